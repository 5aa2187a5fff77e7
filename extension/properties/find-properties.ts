import type { TestedAccount } from '../../shared/account-status.ts';
import { type PropertyName, propertyNames } from '../../shared/properties.ts';
import { meaningOf } from '../../shared/property-rules.ts';
import type { Properties } from '../state/properties.ts';
import { folded, searchedWords } from '../status/folded.ts';
import { t } from '../words.ts';
import { propertyState, valueWords } from './value-words.ts';

/** The properties that have every word of the search in their name, meaning, value or state, in the table's order. */
export function findProperties(
  find: string,
  properties: Properties,
  accounts: readonly TestedAccount[] = [],
): PropertyName[] {
  const wanted = searchedWords(find);
  return propertyNames.filter((name) => {
    const value = properties.values[name];
    const state = t(`properties.${propertyState(name, properties)}`);
    const raw = Array.isArray(value) ? value.join('\n') : String(value);
    const text = folded([name, meaningOf(name), raw, valueWords(name, value, accounts), state].join('\n'));
    return wanted.every((word) => text.includes(word));
  });
}
