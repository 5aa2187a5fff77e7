import type { Account } from '../../shared/account.ts';
import type { Id } from '../../shared/id.ts';
import { accountPropertyNames } from '../../shared/properties.ts';
import { accountRefusal } from '../../shared/property-rules.ts';
import { properties } from '../state/properties.ts';
import { propertiesWords } from '../words/properties.ts';

export type DefaultProperty = (typeof accountPropertyNames)[number];

/** The property that could name this account as a default; undefined for one that is not active. */
export function fittingProperty(account: Account): DefaultProperty | undefined {
  return accountPropertyNames.find((name) => !accountRefusal(name, account.id, account));
}

/** What saving this account as inactive would reset, as a sentence; undefined when nothing names it. */
export function losesActive(id: Id | undefined): string | undefined {
  const names = namedBy(id);
  return names && propertiesWords.account.losesActive(names);
}

/** What deleting this account would reset, to be said with the question. */
export function losesDeleted(id: Id): { detail?: string } {
  const names = namedBy(id);
  return names ? { detail: propertiesWords.account.losesDeleted(names) } : {};
}

function namedBy(id: Id | undefined): string | undefined {
  const values = properties.value?.values;
  const names = values && id ? accountPropertyNames.filter((name) => values[name] === id) : [];
  return names.join(', ') || undefined;
}
