import type { PropertyName } from '../../shared/properties.ts';
import type { RouteReply } from '../../shared/routes.ts';
import { visibleJson } from '../../shared/visible-text.ts';
import type { RemoteTables } from '../store/store-port.ts';
import type { MainLog } from './main-log.ts';

export interface PropertiesService {
  list(): Promise<RouteReply<'propertiesList'>>;
  /** Throws `Refused` with why the value cannot work. */
  set(name: PropertyName, value: unknown): Promise<RouteReply<'propertiesSet'>>;
  reset(name: PropertyName): Promise<RouteReply<'propertiesReset'>>;
}

/** The system properties; every change stands in the Main Log. */
export function propertiesService(
  { properties }: RemoteTables,
  mainLog: MainLog,
  changed: () => void,
): PropertiesService {
  return {
    async list() {
      const [values, changes, damaged] = await Promise.all([
        properties.all(),
        properties.changes(),
        properties.damaged(),
      ]);
      return { values, changes, damaged };
    },

    async set(name, value) {
      await properties.set(name, value);
      changed();
      await mainLog.system(`Property ${name} was set to ${visibleJson(value).slice(0, 1_000)}.`);
      return {};
    },

    async reset(name) {
      await properties.reset(name);
      changed();
      await mainLog.system(`Property ${name} was reset to its default.`);
      return {};
    },
  };
}
