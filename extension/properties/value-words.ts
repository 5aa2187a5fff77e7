import type { TestedAccount } from '../../shared/account-status.ts';
import { type PropertyName, type PropertyValue, properties } from '../../shared/properties.ts';
import type { Properties } from '../state/properties.ts';
import { visibleText } from '../../shared/visible-text.ts';
import { counted, inDigits, t } from '../words.ts';
import { accountWords } from '../status/account-words.ts';

type NumberUnit = Extract<(typeof properties)[PropertyName], { type: 'number' }>['unit'];

/** A value in plain words, on one line; an account by its name where it is known. */
export function valueWords(
  name: PropertyName,
  value: PropertyValue,
  accounts: readonly TestedAccount[] = [],
): string {
  if (typeof value === 'boolean') return value ? t('properties.values.on') : t('properties.values.off');
  if (typeof value === 'number') {
    const rule = properties[name];
    return rule.type === 'number' ? numberWords(rule.unit, value) : inDigits(value);
  }
  if (typeof value !== 'string') return addressesWords(value);
  if (value === '') return t('properties.values.noAccount');
  const found = accounts.find(({ account }) => account.id === value);
  return found ? accountWords(found.account) : t('properties.values.goneAccount', { id: value });
}

/** Where the value of a property comes from; damaged is one whose stored value cannot be read. */
export type PropertyState = 'default' | 'changed' | 'damaged';

export function propertyState(name: PropertyName, { values, damaged }: Properties): PropertyState {
  if (damaged.includes(name)) return 'damaged';
  return isDefault(name, values[name]) ? 'default' : 'changed';
}

/** Whether this is what the property has when nobody sets it. */
export function isDefault(name: PropertyName, value: PropertyValue): boolean {
  return JSON.stringify(value) === JSON.stringify(properties[name].default);
}

function numberWords(unit: NumberUnit, value: number): string {
  // Tests at an interval of nothing are off.
  return unit === 'minutes' && value === 0
    ? t('properties.numbers.off')
    : counted(`properties.numbers.${unit}`, value);
}

function addressesWords([first, ...more]: readonly string[]): string {
  if (first === undefined) return t('properties.values.noAddresses');
  const shown = visibleText(first, 320);
  return more.length === 0
    ? shown
    : t('properties.values.moreAddresses', { first: shown, more: inDigits(more.length) });
}
