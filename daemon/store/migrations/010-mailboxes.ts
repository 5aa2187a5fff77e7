import type { Migration } from '../migration.ts';

/** What of each account's mailbox is known, and where each incoming letter came from. */
export const mailboxes: Migration = {
  name: 'mailboxes',
  up: (db) =>
    db.exec(`
      CREATE TABLE mailboxes (
        account_id INTEGER PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
        -- Whose numbers these are: type, server and user name.
        endpoint TEXT NOT NULL,
        -- Rises when all numbers began anew: another endpoint, another UIDVALIDITY.
        generation INTEGER NOT NULL,
        -- IMAP.
        uid_validity TEXT,
        highest_uid INTEGER NOT NULL DEFAULT 0
      ) STRICT;

      -- POP3: ids that are known, as long as the server lists them.
      CREATE TABLE seen_uidls (
        account_id INTEGER NOT NULL REFERENCES mailboxes (account_id) ON DELETE CASCADE,
        uidl TEXT NOT NULL,
        PRIMARY KEY (account_id, uidl)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE letter_origins (
        letter INTEGER PRIMARY KEY REFERENCES letters (seq) ON DELETE CASCADE,
        account_id INTEGER NOT NULL,
        generation INTEGER NOT NULL,
        uid TEXT NOT NULL,
        -- What stays the same when the server gives it a new number.
        digest BLOB
      ) STRICT;
      CREATE INDEX letter_origins_digest ON letter_origins (account_id, digest) WHERE digest IS NOT NULL;
    `),
};
