import type { Migration } from '../migration.ts';

/** Where new passwords are kept, what was begun there, and how the newest test of each account ended. */
export const secretsAndResults: Migration = {
  name: 'secrets and results',
  up: (db) =>
    db.exec(`
      ALTER TABLE installation ADD COLUMN kept_in TEXT;
      ALTER TABLE installation ADD COLUMN canary_written INTEGER NOT NULL DEFAULT 0;
      UPDATE installation SET kept_in =
        (SELECT accounts.kept_in FROM accounts WHERE accounts.kept_in IS NOT NULL ORDER BY accounts.id DESC LIMIT 1);

      -- Counts, so that a result tells whether the password was typed anew since.
      ALTER TABLE accounts ADD COLUMN times_typed INTEGER NOT NULL DEFAULT 0;

      -- Accounts need not be in their table: a password is saved before its account, and deleted after it.
      CREATE TABLE begun_writes (
        account_id INTEGER NOT NULL,
        kept_in TEXT NOT NULL,
        PRIMARY KEY (account_id, kept_in)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE last_tests (
        account_id INTEGER PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
        test_id INTEGER NOT NULL,
        ended_at INTEGER NOT NULL,
        settings TEXT NOT NULL,
        times_typed INTEGER NOT NULL,
        result TEXT NOT NULL,
        events TEXT NOT NULL
      ) STRICT;
    `),
};
