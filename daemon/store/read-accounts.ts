import type { DatabaseSync } from 'node:sqlite';
import type { Account } from '../../shared/account.ts';
import type { Id } from '../../shared/id.ts';
import { accountColumns, accountOf } from './account-row.ts';

/** Apart from their changes, since properties ask for accounts and accounts reset properties. Deleted ones are not there. */
export interface AccountReader {
  list: () => Account[];
  get: (id: Id) => Account | undefined;
}

export function accountReader(db: DatabaseSync): AccountReader {
  const select = `SELECT CAST(id AS TEXT) AS id, kept_in, revision, ${accountColumns.join(', ')} FROM accounts
    WHERE deleted_at IS NULL`;
  const all = db.prepare(`${select} ORDER BY accounts.id`);
  const one = db.prepare(`${select} AND id = ?`);
  return {
    list: () => all.all().map(accountOf),
    get(id) {
      const row = one.get(BigInt(id));
      return row && accountOf(row);
    },
  };
}
