import type { Migration } from '../migration.ts';

/** What our own reasons said in English in place of the server's words, before they were codes. */
const sentences = {
  account_deleted: 'Mailprobe has given it up: its account was deleted.',
  record_damaged: 'Mailprobe has given it up: its record is damaged, or it cannot be put together.',
  unreadable: 'Mailprobe cannot read this letter: no way of reading it came to an end.',
  not_kept: 'Mailprobe cannot keep all of this letter: what is missing here was left out.',
  nothing_given: 'The server gives nothing of this letter.',
  withheld: 'The server lists this letter, and has not given it though it was asked for twice.',
};

/** Deliveries that cannot be read count as none. */
const count = `
  UPDATE letters SET refused = (
    SELECT count(*) FROM json_each(iif(json_valid(new.deliveries), new.deliveries, '[]'))
    WHERE iif(type = 'object', value ->> 'outcome', NULL) = 'refused')
  WHERE seq = new.letter`;

/** Our own reason stands beside the server's words; a test letter knows when it is over; lists know how many were refused. */
export const letterReasonsApart: Migration = {
  name: 'letter reasons',
  up(db) {
    db.exec(`
      ALTER TABLE letters ADD COLUMN reason TEXT;
      -- Of a test letter.
      ALTER TABLE letters ADD COLUMN tried_until INTEGER;
      -- Counted from the deliveries, whoever writes them.
      ALTER TABLE letters ADD COLUMN refused INTEGER NOT NULL DEFAULT 0;
      CREATE TRIGGER letters_refused_first AFTER INSERT ON letter_texts WHEN new.deliveries <> '[]'
        BEGIN ${count}; END;
      CREATE TRIGGER letters_refused_then AFTER UPDATE OF deliveries ON letter_texts
        BEGIN ${count}; END;
      UPDATE letter_texts SET deliveries = deliveries WHERE deliveries <> '[]';
    `);
    const apart = db.prepare(
      `UPDATE letters SET reason = ?, reply = NULL, reply_folded = NULL
       WHERE reply = ? AND status IN ('Failed', 'Processed', 'Unknown')`,
    );
    for (const [reason, sentence] of Object.entries(sentences)) apart.run(reason, sentence);
  },
};
