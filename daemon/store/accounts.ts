import type { DatabaseSync } from 'node:sqlite';
import { Account } from '../../shared/account.ts';
import type { Id } from '../../shared/id.ts';
import type { PropertyName } from '../../shared/properties.ts';
import { accountColumns, accountRow } from './account-row.ts';
import type { AccountReader } from './read-accounts.ts';
import { acceptedValue } from './rows.ts';
import { type SecretBackend, secretBackends } from '../../shared/secret-place.ts';
import { StoreError } from './store-error.ts';
import type { Transactions } from './transactions.ts';
import { texts } from './texts.ts';

/** An account as it is written; whether it has a password follows from where that is kept, and its changes are counted here. */
export type AccountFields = Omit<Account, 'hasPassword' | 'revision'>;

/** What became of accounts that were switched on or off. */
export interface Switched {
  changed: Id[];
  /** They were so already. */
  unchanged: Id[];
  missing: Id[];
  resets: PropertyName[];
}

interface Parts {
  db: DatabaseSync;
  newId: () => Id;
  transactions: Transactions;
  reader: AccountReader;
  /** Inside a transaction: properties that a change of accounts left pointing nowhere, with what they named. */
  resetBroken: () => ReadonlyMap<PropertyName, Id>;
}

/** Accounts, oldest first. Their passwords are elsewhere: only the place is known here. */
export function accountsTable({ db, newId, transactions: { write }, reader, resetBroken }: Parts) {
  const insert = db.prepare(
    `INSERT INTO accounts (id, kept_in, ${accountColumns.join(', ')})
     VALUES (:id, :kept_in, ${accountColumns.map((name) => `:${name}`).join(', ')})`,
  );
  const update = db.prepare(
    `UPDATE accounts SET revision = revision + 1, ${accountColumns.map((name) => `${name} = :${name}`).join(', ')} WHERE id = :id`,
  );
  const keptIn = db.prepare('SELECT kept_in FROM accounts WHERE id = ? AND deleted_at IS NULL');
  const keep = db.prepare(
    'UPDATE accounts SET kept_in = ?, times_typed = times_typed + 1, refused_logins = 0 WHERE id = ?',
  );
  const forget = db.prepare('UPDATE accounts SET kept_in = NULL, refused_logins = 0 WHERE id = ?');
  const passwordChanges = db.prepare('SELECT times_typed FROM accounts WHERE id = ? AND deleted_at IS NULL');
  const activate = db.prepare('UPDATE accounts SET active = ?, revision = revision + 1 WHERE id = ?');

  return {
    /** An id before its row: the password is saved under it first. */
    newId,

    all: reader.all,

    /** Those that can be read. */
    list: () => reader.all().accounts,

    get: reader.get,

    create(fields: AccountFields, backend?: SecretBackend): Account {
      const account = acceptedValue(Account, { ...fields, hasPassword: backend !== undefined, revision: 1 });
      write(() => insert.run({ ...accountRow(account), kept_in: backend ?? null }));
      return account;
    },

    /**
     * `resets` are the properties that fell back to their default, since the account works there no longer.
     * `backend` is where a password that was typed anew is kept; null when none is kept any more.
     */
    change(
      fields: AccountFields,
      backend?: SecretBackend | null,
    ): { account: Account; resets: PropertyName[] } {
      return write(() => {
        const { hasPassword, revision } = reader.get(fields.id) ?? notFound(fields.id);
        const account = acceptedValue(Account, {
          ...fields,
          hasPassword: backend === undefined ? hasPassword : backend !== null,
          revision: revision + 1,
        });
        update.run(accountRow(account));
        if (backend === null) forget.run(BigInt(fields.id));
        else if (backend !== undefined) keep.run(backend, BigInt(fields.id));
        return { account, resets: [...resetBroken().keys()] };
      });
    },

    /** Switches them on or off, and tells of each, once, what became of it. */
    setActive(ids: readonly Id[], active: boolean): Switched {
      return write(() => {
        const switched: Switched = { changed: [], unchanged: [], missing: [], resets: [] };
        for (const id of new Set(ids)) {
          const account = reader.get(id);
          if (!account) switched.missing.push(id);
          else if (account.active === active) switched.unchanged.push(id);
          else switched.changed.push(id);
        }
        for (const id of switched.changed) activate.run(Number(active), BigInt(id));
        return { ...switched, resets: [...resetBroken().keys()] };
      });
    },

    passwordKeptIn(id: Id): SecretBackend | undefined {
      const row = keptIn.get(BigInt(id)) ?? notFound(id);
      return secretBackends.find((backend) => backend === row['kept_in']);
    },

    /** How often a password was typed for it since it was made. */
    passwordChanges: (id: Id): number =>
      Number((passwordChanges.get(BigInt(id)) ?? notFound(id))['times_typed']),
  };
}

function notFound(id: Id): never {
  throw new StoreError('not_found', texts.noAccount(id));
}
