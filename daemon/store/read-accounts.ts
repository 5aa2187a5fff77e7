import type { DatabaseSync } from 'node:sqlite';
import type { Account } from '../../shared/account.ts';
import type { Id } from '../../shared/id.ts';
import { accountColumns, accountOf, readAccount } from './account-row.ts';

/** Apart from their changes, since properties ask for accounts and accounts reset properties. Deleted ones are not there. */
export interface AccountReader {
  /** Oldest first. Those whose row was changed by something else and cannot be read are told by their ids: the others are not lost with them. */
  all: () => { accounts: Account[]; damaged: Id[] };
  /** Throws StoreError `database_damaged` when its row cannot be read. */
  get: (id: Id) => Account | undefined;
  /** There, and cannot be read. */
  isDamaged: (id: Id) => boolean;
}

export function accountReader(db: DatabaseSync): AccountReader {
  const select = `SELECT CAST(id AS TEXT) AS id, kept_in, revision, ${accountColumns.join(', ')} FROM accounts
    WHERE deleted_at IS NULL`;
  const all = db.prepare(`${select} ORDER BY accounts.id`);
  const one = db.prepare(`${select} AND id = ?`);
  return {
    all() {
      const accounts: Account[] = [];
      const damaged: Id[] = [];
      for (const row of all.all()) {
        const account = readAccount(row);
        if (account) accounts.push(account);
        else damaged.push(String(row['id']));
      }
      return { accounts, damaged };
    },
    isDamaged(id) {
      const row = one.get(BigInt(id));
      return row !== undefined && readAccount(row) === undefined;
    },
    get(id) {
      const row = one.get(BigInt(id));
      return row && accountOf(row);
    },
  };
}
