import type { TestedAccount } from '../../shared/account-status.ts';
import { type PropertyName, type PropertyValue, properties } from '../../shared/properties.ts';
import { visibleText } from '../../shared/visible-text.ts';
import { propertiesWords as words } from '../words/properties.ts';
import { accountWords } from './account-words.ts';

/** A value in plain words, on one line; an account by its name where it is known. */
export function valueWords(
  name: PropertyName,
  value: PropertyValue,
  accounts: readonly TestedAccount[] = [],
): string {
  if (typeof value === 'boolean') return value ? words.values.on : words.values.off;
  if (typeof value === 'number') {
    const rule = properties[name];
    return rule.type === 'number' ? words.numbers[rule.unit](value) : String(value);
  }
  if (typeof value !== 'string') return addressesWords(value);
  if (value === '') return words.values.noAccount;
  const found = accounts.find(({ account }) => account.id === value);
  return found ? accountWords(found.account) : words.values.goneAccount(value);
}

/** Whether this is what the property has when nobody sets it. */
export function isDefault(name: PropertyName, value: PropertyValue): boolean {
  return JSON.stringify(value) === JSON.stringify(properties[name].default);
}

function addressesWords([first, ...more]: readonly string[]): string {
  if (first === undefined) return words.values.noAddresses;
  const shown = visibleText(first, 320);
  return more.length === 0 ? shown : words.values.moreAddresses(shown, more.length);
}
