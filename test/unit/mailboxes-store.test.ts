import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { migrations } from '../../daemon/store/migrations.ts';
import type { Mailbox, NewLetter } from '../../daemon/store/mailboxes.ts';
import { outgoingLetter } from '../letters/examples.ts';
import { accountFields } from '../store/examples.ts';
import { memoryStore } from '../store/memory-store.ts';

type Store = ReturnType<typeof memoryStore>;

function store(): {
  tables: Store;
  imap: (uidValidity: string, endpoint?: string) => Mailbox;
  pop3: Mailbox;
} {
  const tables = memoryStore();
  const accountId = tables.accounts.newId();
  tables.accounts.create(accountFields(accountId));
  return {
    tables,
    imap: (uidValidity, endpoint = 'imap here') => ({ accountId, endpoint, uidValidity }),
    pop3: { accountId, endpoint: 'pop3 here' },
  };
}

function letter(uid: string, digest = uid): NewLetter {
  const fields = outgoingLetter({ direction: 'incoming', status: 'Processed', subject: uid });
  return { uid, digest: Buffer.from(digest), fields };
}

function unread(uid: string): NewLetter {
  const { digest: _digest, ...rest } = letter(uid);
  return rest;
}

test('a mailbox is known up to the mark of what was taken, and from the start under another UIDVALIDITY', () => {
  const { tables, imap } = store();
  expect(tables.mailboxes.knownUids(imap('1')).upTo).toBe(0);
  expect(
    tables.mailboxes.take({ mailbox: imap('1'), letters: [letter('4'), letter('9')], uids: { upTo: 12 } }),
  ).toHaveLength(2);
  expect(tables.mailboxes.knownUids(imap('1')).upTo).toBe(12);
  expect(tables.mailboxes.knownUids(imap('2')).upTo).toBe(0);
});

test('letters and their mark are one write: one that is refused leaves neither', () => {
  const { tables, imap } = store();
  tables.mailboxes.knownUids(imap('1'));
  const tooLong = letter('2');
  tooLong.fields.subject = 'x'.repeat(10_000);
  expect(() =>
    tables.mailboxes.take({ mailbox: imap('1'), letters: [letter('1'), tooLong], uids: { upTo: 2 } }),
  ).toThrow();
  expect(tables.mailboxes.knownUids(imap('1')).upTo).toBe(0);
  expect(
    tables.mailboxes.take({ mailbox: imap('1'), letters: [letter('1')], uids: { upTo: 1 } }),
  ).toHaveLength(1);
});

test('one that could not be read becomes what it is when it can be, as often as it comes', () => {
  const { tables, pop3 } = store();
  const { mailboxes, letters } = tables;
  mailboxes.unseen(pop3, 'u1', { most: 9, of: 'new' });
  const failed = unread('u1');
  failed.fields = { ...failed.fields, status: 'Failed', subject: '', reply: '-ERR damaged' };
  const [id = ''] = mailboxes.take({ mailbox: pop3, letters: [failed] }) ?? [];
  const { createdAt } = letters.get(id) ?? {};
  // Not listed for a while, and listed again.
  mailboxes.unseen(pop3, '', { most: 9, of: 'new' });
  mailboxes.unseen(pop3, 'u1', { most: 9, of: 'new' });
  expect(mailboxes.take({ mailbox: pop3, letters: [letter('u1')] })).toEqual([id]);
  expect(letters.get(id)).toMatchObject({ status: 'Processed', subject: 'u1', createdAt });
  expect(letters.get(id)?.reply).toBeUndefined();
  expect(mailboxes.take({ mailbox: pop3, letters: [letter('u1')] })).toEqual([undefined]);
});

test('after new numbers each letter is the one that was recorded, as often as it was', () => {
  const { tables, imap } = store();
  tables.mailboxes.knownUids(imap('1'));
  const [first = ''] =
    tables.mailboxes.take({ mailbox: imap('1'), letters: [letter('1', 'same'), letter('2', 'same')] }) ?? [];
  tables.mailboxes.knownUids(imap('2'));
  expect(tables.mailboxes.origin(first)).toMatchObject({ uid: '1', current: false });
  const again = [letter('7', 'same'), letter('8', 'same'), letter('9', 'same')];
  const taken = tables.mailboxes.take({ mailbox: imap('2'), letters: again, uids: { upTo: 9 } });
  expect(taken).toEqual([undefined, undefined, expect.any(String)]);
  expect(tables.mailboxes.origin(first)).toMatchObject({ uid: '7', uidValidity: '2', current: true });
});

test('nothing is taken for a mailbox that the account leads to no more', () => {
  const { tables, imap } = store();
  tables.mailboxes.knownUids(imap('1'));
  tables.mailboxes.knownUids(imap('1', 'imap elsewhere'));
  expect(
    tables.mailboxes.take({ mailbox: imap('1'), letters: [letter('1')], uids: { upTo: 1 } }),
  ).toBeUndefined();
  expect(tables.mailboxes.knownUids(imap('1', 'imap elsewhere')).upTo).toBe(0);
});

test('of a maildrop the newest unknown ids are given, older ones are known from then on', () => {
  const { tables, pop3 } = store();
  expect(tables.mailboxes.unseen(pop3, 'a\nb\nc\nd', { most: 2, of: 'new' })).toEqual({
    positions: [2, 3],
    left: 2,
    before: 0,
  });
  tables.mailboxes.take({ mailbox: pop3, letters: [letter('c')] });
  expect(tables.mailboxes.unseen(pop3, 'a\nb\nc\nd', { most: 2, of: 'new' })).toEqual({
    positions: [3],
    left: 0,
    // Also where the daemon was killed in the midst of the first fetch: they were left before it began.
    before: 2,
  });
});

test('an id is known only as long as the server lists it', () => {
  const { tables, pop3 } = store();
  tables.mailboxes.unseen(pop3, 'a\nb', { most: 9, of: 'new' });
  tables.mailboxes.take({ mailbox: pop3, letters: [letter('a'), letter('b')] });
  expect(tables.mailboxes.unseen(pop3, 'b', { most: 9, of: 'new' }).positions).toEqual([]);
  expect(tables.mailboxes.unseen(pop3, 'a\nb', { most: 9, of: 'new' }).positions).toEqual([0]);
  expect(tables.mailboxes.unseen(pop3, '', { most: 9, of: 'new' }).positions).toEqual([]);
});

test('a letter that comes again under its id is the one on record, and another one under that id is not', () => {
  const { tables, pop3 } = store();
  const { mailboxes } = tables;
  const list = (listed: string) => mailboxes.unseen(pop3, listed, { most: 9, of: 'new' }).positions;
  list('a\nb');
  mailboxes.take({ mailbox: pop3, letters: [letter('a'), letter('b'), unread('c')] });
  list('');
  expect(list('a\nb\nc')).toEqual([0, 1, 2]);
  const again = [letter('a'), letter('b', 'another'), unread('c')];
  expect(mailboxes.take({ mailbox: pop3, letters: again })).toEqual([
    undefined,
    expect.any(String),
    undefined,
  ]);
});

test('of what was left of a maildrop the newest come when they are asked for, and are not left any more', () => {
  const { tables, pop3 } = store();
  const { mailboxes } = tables;
  const ask = (of: 'new' | 'left', most: number) => mailboxes.unseen(pop3, 'a\nb\nc\nd', { most, of });
  ask('new', 1);
  mailboxes.take({ mailbox: pop3, letters: [letter('d')] });
  expect(ask('left', 2)).toEqual({ positions: [1, 2], left: 1, before: 0 });
  mailboxes.take({ mailbox: pop3, letters: [letter('c')] });
  expect(ask('left', 2)).toEqual({ positions: [0, 1], left: 0, before: 0 });
  expect(ask('new', 2)).toEqual({ positions: [], left: 0, before: 2 });
});

test('of what was left of a mailbox is known what is not dealt with yet, also across gaps', () => {
  const { tables, imap } = store();
  const { mailboxes } = tables;
  const mailbox = imap('1');
  mailboxes.knownUids(mailbox);
  mailboxes.take({ mailbox, letters: [], uids: { upTo: 300, left: { first: 1, last: 199 } } });
  mailboxes.take({
    mailbox,
    letters: [],
    uids: { upTo: 900, left: { first: 301, last: 800 }, missed: [850] },
  });
  expect(mailboxes.knownUids(mailbox)).toEqual({
    upTo: 900,
    left: [
      { first: 1, last: 199 },
      { first: 301, last: 800 },
    ],
    missed: [850],
  });
  mailboxes.take({ mailbox, letters: [letter('850'), letter('500')], uids: { downTo: 500 } });
  expect(mailboxes.knownUids(mailbox)).toMatchObject({ left: [{ last: 199 }, { last: 499 }], missed: [] });
  mailboxes.take({ mailbox, letters: [], uids: { downTo: 150, missed: [160], gone: [160] } });
  expect(mailboxes.knownUids(mailbox)).toEqual({ upTo: 900, left: [{ first: 1, last: 149 }], missed: [] });
  mailboxes.take({ mailbox, letters: [], uids: { downTo: 1 } });
  expect(mailboxes.knownUids(mailbox).left).toEqual([]);
  expect(mailboxes.knownUids(imap('2'))).toEqual({ upTo: 0, left: [], missed: [] });
});

test('whoever has fetched before this was kept gets what was left when it is asked for', () => {
  const db = new DatabaseSync(':memory:');
  for (const { up } of migrations.slice(0, 10)) up(db);
  db.exec(`
    PRAGMA foreign_keys = OFF;
    INSERT INTO mailboxes VALUES (1, 'imap', 2, '7', 900), (2, 'pop3', 1, NULL, 0), (3, 'imap', 1, '7', 0);
    INSERT INTO seen_uidls VALUES (2, 'left'), (2, 'kept');
    INSERT INTO letter_origins VALUES (1, 1, 1, '5', NULL), (2, 1, 2, '700', NULL), (3, 1, 2, '80', NULL), (4, 2, 1, 'kept', NULL);`);
  migrations[10]?.up(db);
  const all = (sql: string) =>
    db
      .prepare(sql)
      .all()
      .map((row) => Object.values(row));
  expect(all('SELECT * FROM left_uids')).toEqual([[1, 1, 79]]);
  expect(all('SELECT uidl, left_behind FROM seen_uidls ORDER BY 1')).toEqual([
    ['kept', 0],
    ['left', 1],
  ]);
  db.close();
});
