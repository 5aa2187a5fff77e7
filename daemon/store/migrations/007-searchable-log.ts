import { folded } from '../../../shared/condition/folded.ts';
import { logBlockRecords } from '../log-blocks.ts';
import type { Migration } from '../migration.ts';

/**
 * The log by its own short numbers: small in every index, and a part of it is a range. What is the same in many records
 * stands once, in a class; the search index is filled later, in batches.
 */
export const searchableLog: Migration = {
  name: 'searchable log',
  up: (db) => {
    db.function('folded', { deterministic: true }, (text) => folded(String(text)));
    db.exec(`
      CREATE TABLE log_classes (
        id INTEGER PRIMARY KEY,
        source TEXT NOT NULL,
        level INTEGER NOT NULL,
        username TEXT NOT NULL,
        created_by INTEGER NOT NULL,
        records INTEGER NOT NULL,
        UNIQUE (source, level, username, created_by)
      ) STRICT;
      INSERT INTO log_classes (source, level, username, created_by, records)
        SELECT source, level, username, created_by, count(*) FROM log GROUP BY source, level, username, created_by;

      CREATE TABLE numbered_log (
        -- Without gaps but for what retention deletes, and in the order of ids.
        seq INTEGER PRIMARY KEY,
        id INTEGER NOT NULL,
        created_at INTEGER NOT NULL,
        class INTEGER NOT NULL,
        message TEXT NOT NULL,
        -- The message as conditions compare it, where lower() would not do.
        folded TEXT,
        account_id INTEGER,
        test_id INTEGER
      ) STRICT;
      INSERT INTO numbered_log
        SELECT row_number() OVER (ORDER BY log.id), log.id, created_at, log_classes.id, message,
          CASE WHEN message GLOB char(42, 91, 94, 1, 45, 127, 93, 42) OR instr(message, char(0)) THEN folded(message) END,
          account_id, test_id
        FROM log JOIN log_classes USING (source, level, username, created_by);
      DROP TABLE log;
      ALTER TABLE numbered_log RENAME TO log;
      CREATE INDEX log_account ON log (account_id, seq, class) WHERE account_id IS NOT NULL;
      CREATE INDEX log_test ON log (test_id, seq) WHERE test_id IS NOT NULL;

      -- The time that each stretch of the log spans, so that dates are ranges whatever the clock did.
      CREATE TABLE log_blocks (
        block INTEGER PRIMARY KEY,
        oldest INTEGER NOT NULL,
        newest INTEGER NOT NULL
      ) STRICT;
      INSERT INTO log_blocks
        SELECT seq / ${logBlockRecords}, min(created_at), max(created_at) FROM log GROUP BY 1;

      -- Trigrams of message, account and class. Without positions and texts: a third of the size.
      CREATE VIRTUAL TABLE log_search USING
        fts5(text, content = '', columnsize = 0, detail = none, tokenize = 'trigram case_sensitive 1');
      CREATE VIRTUAL TABLE log_terms USING fts5vocab(log_search, row);
      CREATE TABLE log_search_state (
        one INTEGER PRIMARY KEY CHECK (one = 1),
        indexed_up_to INTEGER NOT NULL
      ) STRICT;
      INSERT INTO log_search_state VALUES (1, 0);
    `);
  },
};
