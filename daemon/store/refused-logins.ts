import type { DatabaseSync } from 'node:sqlite';
import type { Id } from '../../shared/id.ts';
import type { Transactions } from './transactions.ts';

/** A login with the stored password; `passwordChanges` is that of the account when the test began. */
export interface EndedLogin {
  accountId: Id;
  passwordChanges: number;
  accepted: boolean;
}

interface Parts {
  db: DatabaseSync;
  transactions: Transactions;
}

/** How many logins in a row a server has refused to each account, with the password that is stored now. */
export function refusedLoginsTable({ db, transactions: { write } }: Parts) {
  // A password that was typed anew meanwhile is not spoken of.
  const same = 'WHERE id = ? AND times_typed = ? AND deleted_at IS NULL';
  const add = db.prepare(`UPDATE accounts SET refused_logins = refused_logins + 1 ${same}`);
  const clear = db.prepare(`UPDATE accounts SET refused_logins = 0 ${same} AND refused_logins > 0`);
  const atLeast = db.prepare(
    'SELECT CAST(id AS TEXT) AS id FROM accounts WHERE refused_logins >= ? AND deleted_at IS NULL',
  );
  const one = db.prepare('SELECT refused_logins FROM accounts WHERE id = ? AND deleted_at IS NULL');

  return {
    /** True when the count has changed. */
    count: ({ accountId, passwordChanges, accepted }: EndedLogin): boolean =>
      write(() => (accepted ? clear : add).run(BigInt(accountId), passwordChanges)).changes === 1,

    /** 0 for an account that is not there. */
    of: (accountId: Id): number => Number(one.get(BigInt(accountId))?.['refused_logins'] ?? 0),

    /** The accounts with so many or more. */
    atLeast: (logins: number): Id[] => atLeast.all(logins).map(({ id }) => String(id)),
  };
}
