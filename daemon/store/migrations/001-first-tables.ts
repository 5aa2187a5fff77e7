import type { Migration } from '../migration.ts';

/** Ids are integers of 18 digits and rise with time, so that a table's own order is the order of time. */
export const firstTables: Migration = {
  name: 'first tables',
  up: (db) =>
    db.exec(`
      CREATE TABLE installation (
        one INTEGER PRIMARY KEY CHECK (one = 1),
        id TEXT NOT NULL,
        vault_generation INTEGER NOT NULL DEFAULT 0
      ) STRICT;

      CREATE TABLE person (
        id INTEGER PRIMARY KEY,
        login TEXT NOT NULL
      ) STRICT;

      CREATE TABLE accounts (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        label TEXT NOT NULL,
        active INTEGER NOT NULL,
        kept_in TEXT,
        type TEXT NOT NULL,
        server TEXT NOT NULL,
        port INTEGER NOT NULL,
        username TEXT NOT NULL,
        sender TEXT,
        ssl INTEGER NOT NULL,
        tls INTEGER NOT NULL,
        insecure INTEGER NOT NULL,
        debug INTEGER NOT NULL,
        allow_plain INTEGER NOT NULL,
        allow_address INTEGER NOT NULL,
        pin TEXT NOT NULL
      ) STRICT;

      CREATE TABLE properties (
        name TEXT PRIMARY KEY,
        value TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE clients (
        id TEXT PRIMARY KEY,
        public_key TEXT NOT NULL,
        origin TEXT NOT NULL,
        name TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        last_used_at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE log (
        id INTEGER PRIMARY KEY,
        created_at INTEGER NOT NULL,
        source TEXT NOT NULL,
        level INTEGER NOT NULL,
        message TEXT NOT NULL,
        username TEXT NOT NULL,
        created_by INTEGER NOT NULL,
        account_id INTEGER,
        test_id INTEGER
      ) STRICT;
      CREATE INDEX log_account ON log (account_id, id) WHERE account_id IS NOT NULL;
      CREATE INDEX log_test ON log (test_id, id) WHERE test_id IS NOT NULL;

      -- Room that is given up on a full disk, so that an account can still be saved.
      CREATE TABLE reserve (bytes BLOB NOT NULL) STRICT;
    `),
};
