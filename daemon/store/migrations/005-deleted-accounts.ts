import type { Migration } from '../migration.ts';

/** A deleted account stays for a while with what it lost, so that the deletion can be undone. */
export const deletedAccounts: Migration = {
  name: 'deleted accounts',
  up: (db) =>
    db.exec(`
      -- Unix time in ms; nothing for an account that is there.
      ALTER TABLE accounts ADD COLUMN deleted_at INTEGER;

      -- Properties that named an account when it was deleted, and that nobody has set since.
      CREATE TABLE lost_defaults (
        name TEXT PRIMARY KEY,
        account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE
      ) STRICT, WITHOUT ROWID;
    `),
};
