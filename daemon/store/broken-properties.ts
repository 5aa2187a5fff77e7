import type { Account } from '../../shared/account.ts';
import type { Id } from '../../shared/id.ts';
import { type PropertyName, accountPropertyNames } from '../../shared/properties.ts';
import { accountRefusal } from '../../shared/property-rules.ts';
import type { PropertiesTable } from './properties.ts';
import type { PropertyRows } from './property-rows.ts';

/**
 * Resets what points to an account that works there no longer (deleted, inactive, of another type), and
 * tells which, and what they named. To be called inside the transaction that changes the account.
 */
export function brokenProperties(
  rows: PropertyRows,
  properties: PropertiesTable,
  findAccount: (id: Id) => Account | undefined,
): () => ReadonlyMap<PropertyName, Id> {
  return () => {
    const values = properties.all();
    const broken = accountPropertyNames.filter((name) => {
      const id = values[name];
      return id !== '' && accountRefusal(name, id, findAccount(id)) !== undefined;
    });
    for (const name of broken) rows.put(name, null);
    return new Map(broken.map((name) => [name, values[name]]));
  };
}
