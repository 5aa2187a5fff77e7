import type { DatabaseSync } from 'node:sqlite';
import type { Account } from '../../shared/account.ts';
import type { Id } from '../../shared/id.ts';
import { type PropertyName, accountRefusal } from '../../shared/properties.ts';
import type { PropertiesTable } from './properties.ts';

/**
 * Resets what points to an account that works there no longer (deleted, inactive, of another type), and
 * tells which. To be called inside the transaction that changes the account.
 */
export function brokenProperties(
  db: DatabaseSync,
  properties: PropertiesTable,
  findAccount: (id: Id) => Account | undefined,
): () => PropertyName[] {
  const remove = db.prepare('DELETE FROM properties WHERE name = ?');
  return () => {
    const values = properties.all();
    const broken = pointers.filter((name) => {
      const id = values[name];
      return id !== '' && accountRefusal(name, id, findAccount(id)) !== undefined;
    });
    for (const name of broken) remove.run(name);
    return broken;
  };
}

const pointers = [
  'default.email.account.send',
  'default.email.account.receive',
] as const satisfies PropertyName[];
