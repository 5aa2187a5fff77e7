import type { Account, AccountType } from '../../shared/account.ts';
import type { Id } from '../../shared/id.ts';
import { accountPropertyNames, type PropertyValues, properties as rules } from '../../shared/properties.ts';
import { t } from '../words.ts';

export type DefaultProperty = (typeof accountPropertyNames)[number];
/** What the properties say now; undefined until that is known. */
type Values = PropertyValues | undefined;
/** The account as it is saved; undefined for a new one, which nothing names. */
type Saved = Account | undefined;

/** The property that could name an account of this type as a default. */
export function propertyOf(type: AccountType): DefaultProperty | undefined {
  return accountPropertyNames.find((name) => typesOf(name).includes(type));
}

/** What saving this account with another type would reset, as a sentence; undefined when nothing. */
export function losesType(values: Values, saved: Saved, type: AccountType): string | undefined {
  if (saved && !values && propertyOf(saved.connection.type) !== propertyOf(type)) return mayLose();
  const names = namedBy(values, saved?.id).filter((name) => !typesOf(name).includes(type));
  if (names.length === 0) return undefined;
  return t('properties.account.losesType', { names: names.join(', '), type: t(`accounts.types.${type}`) });
}

/** What saving this account as inactive would reset, as a sentence; undefined when nothing names it. */
export function losesActive(values: Values, saved: Saved): string | undefined {
  if (saved?.active && !values) return mayLose();
  const names = namedBy(values, saved?.id).join(', ');
  return names ? t('properties.account.losesActive', { names }) : undefined;
}

/** What deleting this account would reset, to be said with the question. */
export function losesDeleted(values: Values, id: Id): { detail?: string } {
  if (!values) return { detail: mayLose() };
  const names = namedBy(values, id).join(', ');
  return names ? { detail: t('properties.account.losesDeleted', { names }) } : {};
}

/** What holds as long as nobody knows whether a property names the account. */
function mayLose(): string {
  return t('properties.account.mayLose');
}

function namedBy(values: Values, id: Id | undefined): DefaultProperty[] {
  return values && id ? accountPropertyNames.filter((name) => values[name] === id) : [];
}

function typesOf(name: DefaultProperty): readonly AccountType[] {
  return rules[name].of;
}
