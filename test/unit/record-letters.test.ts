import { expect, test } from 'vitest';
import type { FetchEnd } from '../../daemon/service/letters/incoming/fetch-end.ts';
import { recordedBy } from '../../daemon/service/letters/incoming/record-letters.ts';
import { parseLetter } from '../../daemon/service/letters/parse/parse-letter.ts';
import { refusalOf } from '../../daemon/service/refusing-store.ts';
import { systemUser } from '../../daemon/service/main-log.ts';
import type { RemoteTables } from '../../daemon/store/store-port.ts';
import { StoreError } from '../../daemon/store/store-error.ts';
import { accountFields } from '../store/examples.ts';
import { memoryStore } from '../store/memory-store.ts';

/** A fetch whose letters are changed behind the parser. */
function recording(parsedAs: (subject: string) => object | undefined) {
  const tables = memoryStore();
  const account = tables.accounts.create(accountFields(tables.accounts.newId()));
  const refusing =
    <Args extends unknown[], Result>(call: (...args: Args) => Result) =>
    async (...args: Args) => {
      try {
        return call(...args);
      } catch (error) {
        throw error instanceof StoreError ? refusalOf(error) : error;
      }
    };
  const { knownUids, take } = tables.mailboxes;
  const mailboxes = { knownUids: refusing(knownUids), take: refusing(take) } as RemoteTables['mailboxes'];
  const parser = {
    async parse(letter: Parameters<typeof parseLetter>[0]) {
      const parsed = await parseLetter(letter);
      const change = parsedAs(parsed.subject);
      return change && { ...parsed, ...change };
    },
    end: async () => undefined,
  };
  const end: FetchEnd = { account, letters: 0, ignored: 0, unread: 0, left: 0, done: 0, named: [] };
  const parts = { store: { mailboxes }, parser, changed: () => undefined };
  const order = recordedBy(parts, { account, byDefault: false, who: systemUser, end });
  return { order, end, tables };
}

const letters = ['1', '2', '3'].map((uid) => {
  const raw = Buffer.from(`From: a@b.example\r\nSubject: s${uid}\r\n\r\nText ${uid}\r\n`);
  return { uid, octets: raw.length, raw };
});

test.for<[name: string, poison: object, left: object]>([
  [
    'a text that is too long',
    { text: 'x'.repeat(1_000_000) },
    { subject: 's2', sender: 'a@b.example', text: '' },
  ],
  ['a subject that is too long', { subject: 'x'.repeat(10_000) }, { subject: '', sender: '', text: '' }],
])('a letter with %s is recorded as far as it can be, and the others are whole', async ([, poison, left]) => {
  const { order, end, tables } = recording((subject) => (subject === 's2' ? poison : {}));
  await order.known('7');
  await order.take({ letters, uids: { upTo: 3 } });
  expect(end).toMatchObject({ letters: 3, unread: 1, done: 3 });
  const found = end.named.map(({ id }) => tables.letters.get(id));
  expect(found.map((letter) => [letter?.status, letter?.text])).toEqual([
    ['Processed', 'Text 1'],
    ['Failed', ''],
    ['Processed', 'Text 3'],
  ]);
  expect(found[1]).toMatchObject({
    ...left,
    reason: 'not_kept',
  });
  expect((await order.known('7')).upTo).toBe(3);
});

test('a letter that nothing can read says so in its record', async () => {
  const { order, end, tables } = recording((subject) => (subject === 's2' ? undefined : {}));
  await order.known('7');
  await order.take({ letters, uids: { upTo: 3 } });
  expect(tables.letters.get(end.named[1]?.id ?? '')).toMatchObject({
    status: 'Failed',
    octets: letters[1]?.octets,
    reason: 'unreadable',
  });
});

test('what the store refuses for another reason ends the fetch, and nothing is marked', async () => {
  const { order, tables } = recording(() => ({}));
  await order.known('7');
  tables.db.exec('DROP TABLE letter_origins');
  await expect(order.take({ letters, uids: { upTo: 3 } })).rejects.toThrow();
  expect(tables.db.prepare('SELECT highest_uid FROM mailboxes').all()).toEqual([{ highest_uid: 0 }]);
});
