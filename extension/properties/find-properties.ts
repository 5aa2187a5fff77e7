import type { TestedAccount } from '../../shared/account-status.ts';
import { type PropertyName, type PropertyValues, propertyNames } from '../../shared/properties.ts';
import { meaningOf } from '../../shared/property-rules.ts';
import { isDefault, valueWords } from './value-words.ts';
import { propertiesWords as words } from '../words/properties.ts';

/** The properties that have every word of the search in their name, meaning or value, in the table's order. */
export function findProperties(
  find: string,
  values: PropertyValues,
  accounts: readonly TestedAccount[] = [],
): PropertyName[] {
  const wanted = folded(find).split(/\s+/).filter(Boolean);
  return propertyNames.filter((name) => {
    const value = values[name];
    const state = isDefault(name, value) ? words.default : words.changed;
    const raw = Array.isArray(value) ? value.join('\n') : String(value);
    const text = folded([name, meaningOf(name), raw, valueWords(name, value, accounts), state].join('\n'));
    return wanted.every((word) => text.includes(word));
  });
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
