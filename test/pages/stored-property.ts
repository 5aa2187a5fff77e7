import type { PropertyName } from '../../shared/properties.ts';
import type { DaemonProcess } from '../daemon-process.ts';
import { cliClient } from '../api/cli-client.ts';

/** The value of a property as the command line would read it. */
export async function storedProperty(daemon: DaemonProcess, name: PropertyName): Promise<unknown> {
  const client = await cliClient(daemon);
  const { values } = await client.call('propertiesList', {});
  await client.call('sessionEnd', {});
  return values[name];
}
