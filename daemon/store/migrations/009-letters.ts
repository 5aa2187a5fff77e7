import type { Migration } from '../migration.ts';

/** Letters, numbered as the log is; what only the record of one shows stands apart, so that lists stay small. */
export const letters: Migration = {
  name: 'letters',
  up: (db) =>
    db.exec(`
      CREATE TABLE letters (
        -- Without gaps but for what retention deletes, and in the order of ids.
        seq INTEGER PRIMARY KEY,
        id INTEGER NOT NULL UNIQUE,
        created_at INTEGER NOT NULL,
        direction TEXT NOT NULL,
        status TEXT NOT NULL,
        account_id INTEGER,
        by_default INTEGER NOT NULL,
        sender TEXT NOT NULL,
        recipients TEXT NOT NULL,
        subject TEXT NOT NULL,
        message_id TEXT,
        sent_at INTEGER,
        octets INTEGER NOT NULL,
        attempts INTEGER NOT NULL,
        -- Of those that are Ready to be sent.
        next_attempt_at INTEGER,
        -- Written before the dot that ends a letter: from here on it may have been taken.
        handed_over_at INTEGER,
        reply TEXT,
        queue_id TEXT,
        failure_kind TEXT,
        username TEXT NOT NULL,
        created_by INTEGER NOT NULL,
        -- Texts as conditions compare them, where lower() would not do.
        sender_folded TEXT,
        recipients_folded TEXT,
        subject_folded TEXT,
        message_id_folded TEXT,
        reply_folded TEXT,
        username_folded TEXT
      ) STRICT;
      CREATE INDEX letters_direction ON letters (direction, seq);
      CREATE INDEX letters_account ON letters (account_id, seq) WHERE account_id IS NOT NULL;
      CREATE INDEX letters_unsent ON letters (status, next_attempt_at)
        WHERE direction = 'outgoing' AND status IN ('Ready', 'In Process');

      CREATE TABLE letter_texts (
        letter INTEGER PRIMARY KEY REFERENCES letters (seq) ON DELETE CASCADE,
        cc TEXT,
        bcc TEXT,
        reply_to TEXT,
        redirected_to TEXT,
        -- [{name, value}] and [{address, outcome, reply}] as JSON.
        headers TEXT NOT NULL DEFAULT '[]',
        deliveries TEXT NOT NULL DEFAULT '[]',
        text TEXT NOT NULL,
        text_cut INTEGER NOT NULL DEFAULT 0
      ) STRICT;
    `),
};
