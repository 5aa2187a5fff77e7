import { expect, test } from 'vitest';
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

test('a mailbox is known up to the mark of what was taken, and from the start under another UIDVALIDITY', () => {
  const { tables, imap } = store();
  expect(tables.mailboxes.knownUpTo(imap('1'))).toBe(0);
  expect(
    tables.mailboxes.take({ mailbox: imap('1'), letters: [letter('4'), letter('9')], upTo: 12 }),
  ).toHaveLength(2);
  expect(tables.mailboxes.knownUpTo(imap('1'))).toBe(12);
  expect(tables.mailboxes.knownUpTo(imap('2'))).toBe(0);
});

test('letters and their mark are one write: one that is refused leaves neither', () => {
  const { tables, imap } = store();
  tables.mailboxes.knownUpTo(imap('1'));
  const tooLong = letter('2');
  tooLong.fields.subject = 'x'.repeat(10_000);
  expect(() =>
    tables.mailboxes.take({ mailbox: imap('1'), letters: [letter('1'), tooLong], upTo: 2 }),
  ).toThrow();
  expect(tables.mailboxes.knownUpTo(imap('1'))).toBe(0);
  expect(tables.mailboxes.take({ mailbox: imap('1'), letters: [letter('1')], upTo: 1 })).toHaveLength(1);
});

test('after new numbers each letter is the one that was recorded, as often as it was', () => {
  const { tables, imap } = store();
  tables.mailboxes.knownUpTo(imap('1'));
  const [first = ''] =
    tables.mailboxes.take({ mailbox: imap('1'), letters: [letter('1', 'same'), letter('2', 'same')] }) ?? [];
  tables.mailboxes.knownUpTo(imap('2'));
  expect(tables.mailboxes.origin(first)).toMatchObject({ uid: '1', current: false });
  const again = [letter('7', 'same'), letter('8', 'same'), letter('9', 'same')];
  const taken = tables.mailboxes.take({ mailbox: imap('2'), letters: again, upTo: 9 });
  expect(taken).toEqual([undefined, undefined, expect.any(String)]);
  expect(tables.mailboxes.origin(first)).toMatchObject({ uid: '7', uidValidity: '2', current: true });
});

test('nothing is taken for a mailbox that the account leads to no more', () => {
  const { tables, imap } = store();
  tables.mailboxes.knownUpTo(imap('1'));
  tables.mailboxes.knownUpTo(imap('1', 'imap elsewhere'));
  expect(tables.mailboxes.take({ mailbox: imap('1'), letters: [letter('1')], upTo: 1 })).toBeUndefined();
  expect(tables.mailboxes.knownUpTo(imap('1', 'imap elsewhere'))).toBe(0);
});

test('of a maildrop the newest unknown ids are given, older ones are known from then on', () => {
  const { tables, pop3 } = store();
  expect(tables.mailboxes.unseen(pop3, 'a\nb\nc\nd', 2)).toEqual({ positions: [2, 3], left: 2 });
  tables.mailboxes.take({ mailbox: pop3, letters: [letter('c')] });
  expect(tables.mailboxes.unseen(pop3, 'a\nb\nc\nd', 2)).toEqual({ positions: [3], left: 0 });
});

test('an id is known only as long as the server lists it', () => {
  const { tables, pop3 } = store();
  tables.mailboxes.unseen(pop3, 'a\nb', 9);
  tables.mailboxes.take({ mailbox: pop3, letters: [letter('a'), letter('b')] });
  expect(tables.mailboxes.unseen(pop3, 'b', 9).positions).toEqual([]);
  expect(tables.mailboxes.unseen(pop3, 'a\nb', 9).positions).toEqual([0]);
  expect(tables.mailboxes.unseen(pop3, '', 9).positions).toEqual([]);
});
