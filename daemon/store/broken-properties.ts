import type { Id } from '../../shared/id.ts';
import { type PropertyName, accountPropertyNames } from '../../shared/properties.ts';
import { accountRefusal } from '../../shared/property-rules.ts';
import type { PropertiesTable } from './properties.ts';
import type { AccountReader } from './read-accounts.ts';
import type { PropertyRows } from './property-rows.ts';

/**
 * Resets what points to an account that works there no longer (deleted, inactive, of another type), and
 * tells which, and what they named. To be called inside the transaction that changes the account.
 */
export function brokenProperties(
  rows: PropertyRows,
  properties: PropertiesTable,
  { get, isDamaged }: Pick<AccountReader, 'get' | 'isDamaged'>,
): () => ReadonlyMap<PropertyName, Id> {
  return () => {
    const values = properties.all();
    const broken = accountPropertyNames.filter((name) => {
      const id = values[name];
      // Nobody knows what an account is whose row is damaged: what names it stays.
      return id !== '' && !isDamaged(id) && accountRefusal(name, id, get(id)) !== undefined;
    });
    for (const name of broken) rows.put(name, null);
    return new Map(broken.map((name) => [name, values[name]]));
  };
}
