import { effect, type ReadonlySignal, signal } from '@preact/signals';
import {
  type PropertyChanges,
  type PropertyName,
  type PropertyValues,
  propertyNames,
} from '../../shared/properties.ts';
import { propertySchema } from '../../shared/property-rules.ts';
import type { RouteReply } from '../../shared/routes.ts';
import { sentenceOf } from './sentence-of.ts';
import { call } from './call.ts';
import { changes } from './changes.ts';

export interface Properties {
  readonly values: PropertyValues;
  readonly changes: PropertyChanges;
  /** Those whose stored value cannot be read; they are shown with their default. */
  readonly damaged: readonly PropertyName[];
}

const current = signal<Properties | undefined>(undefined);
const trouble = signal('');
let loads = 0;
let newest: Promise<void> | undefined;

/** The system properties as the daemon has them; `undefined` until they are loaded for the first time. */
export const properties: ReadonlySignal<Properties | undefined> = current;

/** Why they could not be read the last time; empty when they could. */
export const propertiesTrouble: ReadonlySignal<string> = trouble;

effect(() => {
  if (changes.properties.value > 0) void loadProperties();
});

/** Asks for them anew; resolves when the newest answer, good or bad, shows in the signals. */
export function loadProperties(): Promise<void> {
  const load = ++loads;
  newest = ask(load);
  return newest;
}

/**
 * Their values as soon as they are known, for a question that must not be asked without: waits so long for the companion,
 * and gives undefined when it has not told them.
 */
export async function knownProperties(withinMs = 3000): Promise<PropertyValues | undefined> {
  if (!current.peek()) {
    const late = new Promise<void>((resolve) => setTimeout(resolve, withinMs));
    await Promise.race([loadProperties(), late]);
  }
  return current.peek()?.values;
}

async function ask(load: number): Promise<void> {
  const reply = await call('propertiesList', {}).then(checked).catch(sentenceOf);
  // An older answer may come after a newer one, and whoever waits for it means the newest.
  if (load !== loads) return newest;
  if (typeof reply !== 'string') current.value = reply;
  trouble.value = typeof reply === 'string' ? reply : '';
}

function checked({ values, changes, damaged }: RouteReply<'propertiesList'>): Properties {
  const known = propertyNames.map((name) => [name, propertySchema(name).parse(values[name])]);
  return { values: Object.fromEntries(known) as PropertyValues, changes, damaged };
}
