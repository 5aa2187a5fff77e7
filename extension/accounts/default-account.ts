import type { Account, AccountType } from '../../shared/account.ts';
import type { Id } from '../../shared/id.ts';
import { accountPropertyNames, type PropertyValues, properties as rules } from '../../shared/properties.ts';
import { accountRefusal } from '../../shared/property-rules.ts';
import { t } from '../words.ts';

export type DefaultProperty = (typeof accountPropertyNames)[number];
/** What the properties say now; undefined until that is known. */
type Values = PropertyValues | undefined;

/** The property that could name this account as a default; undefined for one that is not active. */
export function fittingProperty(account: Account): DefaultProperty | undefined {
  return accountPropertyNames.find((name) => !accountRefusal(name, account.id, account));
}

/** What saving this account with another type would reset, as a sentence; undefined when nothing. */
export function losesType(values: Values, id: Id | undefined, type: AccountType): string | undefined {
  const names = namedBy(values, id).filter((name) => !typesOf(name).includes(type));
  if (names.length === 0) return undefined;
  return t('properties.account.losesType', { names: names.join(', '), type: t(`accounts.types.${type}`) });
}

/** What saving this account as inactive would reset, as a sentence; undefined when nothing names it. */
export function losesActive(values: Values, id: Id | undefined): string | undefined {
  const names = namedBy(values, id).join(', ');
  return names ? t('properties.account.losesActive', { names }) : undefined;
}

/** What deleting this account would reset, to be said with the question. */
export function losesDeleted(values: Values, id: Id): { detail?: string } {
  if (!values) return { detail: t('accounts.list.ask.unknown') };
  const names = namedBy(values, id).join(', ');
  return names ? { detail: t('properties.account.losesDeleted', { names }) } : {};
}

function namedBy(values: Values, id: Id | undefined): DefaultProperty[] {
  return values && id ? accountPropertyNames.filter((name) => values[name] === id) : [];
}

function typesOf(name: DefaultProperty): readonly AccountType[] {
  return rules[name].of;
}
