import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { migrations } from '../../daemon/store/migrations.ts';
import { letterReasonWords } from '../../shared/letter-reason.ts';
import { letterReasons } from '../../shared/letter.ts';

test('what stood as the server’s words in older records is a reason of ours and nothing else is, and who was refused is counted', () => {
  using db = new DatabaseSync(':memory:');
  for (const { up } of migrations.slice(0, 11)) up(db);
  const add = db.prepare(
    `INSERT INTO letters (seq, id, created_at, direction, status, by_default, sender, recipients, subject, octets, attempts,
       reply, username, created_by)
     VALUES (:seq, :seq, 0, 'outgoing', 'Failed', 0, '', '', '', 0, 1, :reply, 'ada', 1)`,
  );
  // Those were codes from their beginning.
  const older = letterReasons.filter((reason) => !['test_over', 'daemon_ended'].includes(reason));
  const replies = [...older.map((reason) => letterReasonWords(reason)), '550 5.1.1 User unknown', null];
  for (const [seq, reply] of replies.entries()) add.run({ seq: seq + 1, reply });
  db.exec(`INSERT INTO letter_texts (letter, text, deliveries) VALUES
    (1, '', '[{"outcome":"refused"},{"outcome":"accepted"},{"outcome":"refused"}]'), (2, '', '["refused", 1]'), (3, '', '[')`);
  migrations[11]?.up(db);
  const counts = () => db.prepare('SELECT refused FROM letters WHERE seq <= 3 ORDER BY seq').all();
  expect(counts().map(({ refused }) => refused)).toEqual([2, 0, 0]);
  db.exec(`UPDATE letter_texts SET deliveries = '[{"outcome":"refused"}]'`);
  expect(counts().map(({ refused }) => refused)).toEqual([1, 1, 1]);
  const rows = db.prepare('SELECT reason, reply FROM letters ORDER BY seq').all();
  expect(rows.map(({ reason, reply }) => [reason, reply])).toEqual([
    ...older.map((reason) => [reason, null]),
    [null, '550 5.1.1 User unknown'],
    [null, null],
  ]);
});
