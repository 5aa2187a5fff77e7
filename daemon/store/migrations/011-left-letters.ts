import type { Migration } from '../migration.ts';

/** Which letters of a mailbox stay unrecorded: older ones that were left, and such as the server has listed and not given. */
export const leftLetters: Migration = {
  name: 'left letters',
  up: (db) =>
    db.exec(`
      CREATE INDEX letter_origins_uid ON letter_origins (account_id, uid);

      -- IMAP: stretches of UIDs, both ends included.
      CREATE TABLE left_uids (
        account_id INTEGER NOT NULL REFERENCES mailboxes (account_id) ON DELETE CASCADE,
        first INTEGER NOT NULL,
        last INTEGER NOT NULL,
        PRIMARY KEY (account_id, first)
      ) STRICT, WITHOUT ROWID;

      -- IMAP: asked for once more by the next fetch.
      CREATE TABLE missed_uids (
        account_id INTEGER NOT NULL REFERENCES mailboxes (account_id) ON DELETE CASCADE,
        uid INTEGER NOT NULL,
        PRIMARY KEY (account_id, uid)
      ) STRICT, WITHOUT ROWID;

      -- POP3: known, and left as one of the older ones.
      ALTER TABLE seen_uidls ADD COLUMN left_behind INTEGER NOT NULL DEFAULT 0;

      -- Whoever has fetched before: what has no record was left.
      INSERT INTO left_uids (account_id, first, last)
        SELECT account_id, 1, below FROM (
          SELECT account_id, coalesce(
            (SELECT min(CAST(uid AS INTEGER)) FROM letter_origins
             WHERE letter_origins.account_id = mailboxes.account_id AND letter_origins.generation = mailboxes.generation),
            highest_uid + 1) - 1 AS below
          FROM mailboxes WHERE uid_validity IS NOT NULL AND highest_uid > 0)
        WHERE below > 0;
      UPDATE seen_uidls SET left_behind = 1 WHERE NOT EXISTS (
        SELECT 1 FROM letter_origins WHERE letter_origins.account_id = seen_uidls.account_id AND uid = uidl);
    `),
};
