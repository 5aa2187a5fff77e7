import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { queriedLetters } from '../../daemon/store/letter-query/queried-letters.ts';
import { migrations } from '../../daemon/store/migrations.ts';
import { questionsOn } from '../../daemon/store/query/questions.ts';
import { cellRules } from '../../extension/records/cell-rules.ts';
import { conditionInWords } from '../../shared/condition/condition-in-words.ts';
import { letterFields } from '../../shared/condition/fields.ts';
import type { Condition } from '../../shared/condition.ts';
import { outgoingLetter } from '../letters/examples.ts';
import { memoryStore } from '../store/memory-store.ts';

const inWords = (words: string) => conditionInWords(words, letterFields);

async function foundIn(db: DatabaseSync, condition: Condition) {
  const page = { limit: 10 };
  const asked = { condition, zone: 'UTC', nowMs: 0 };
  const { records } = await questionsOn({ db, table: queriedLetters(db, 'outgoing') }).page(asked, page);
  return records;
}

test('who asks for a recipient finds the letters that name him in To, Cc or Bcc', async () => {
  const { db, letters } = memoryStore();
  letters.add(outgoingLetter({ subject: 'to', recipients: 'Boss <boss@acme.example>' }));
  letters.add(outgoingLetter({ subject: 'cc', cc: 'BOSS@acme.example' }));
  letters.add(outgoingLetter({ subject: 'bcc', bcc: 'ßoss@acme.example, boss@acme.example' }));
  letters.add(outgoingLetter({ subject: 'none', cc: 'zoe@acme.example' }));
  const subjects = async (words: string) =>
    (await foundIn(db, inWords(words))).map(({ subject }) => subject).toSorted();
  expect(await subjects('to contains Boss')).toEqual(['bcc', 'cc', 'to']);
  expect(await subjects('recipients does not contain boss')).toEqual(['none']);
  expect(await subjects('to contains SSOSS')).toEqual(['bcc']);
  // What the menu of a cell asks for is what stands in it.
  for (const letter of await foundIn(db, inWords('status is Ready'))) {
    const rule = cellRules(letter, 'recipients')?.show;
    const found = await foundIn(db, { combinator: 'and', rules: rule ? [rule] : [] });
    expect(found.map(({ id }) => id)).toEqual([letter.id]);
  }
});

test('letters of earlier versions are found by Cc and Bcc as well', () => {
  using db = new DatabaseSync(':memory:');
  for (const { up } of migrations.slice(0, 12)) up(db);
  for (const seq of [1, 2])
    db.prepare(
      `INSERT INTO letters (seq, id, created_at, direction, status, by_default, sender, recipients, subject, octets, attempts,
         username, created_by)
       VALUES (?1, ?1, 0, 'outgoing', 'Failed', 0, '', 'Bob', '', 0, 1, 'ada', 1)`,
    ).run(seq);
  db.exec(`INSERT INTO letter_texts (letter, text, cc, bcc) VALUES (1, '', '', 'BOẞ'), (2, '', NULL, NULL)`);
  migrations[12]?.up(db);
  const rows = db.prepare('SELECT recipients_folded FROM letters ORDER BY seq').all();
  expect(rows.map((row) => row['recipients_folded'])).toEqual(['bob, boß', null]);
});
