import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { testedAccount } from '../../daemon/service/accounts/tested-account.ts';
import { migrations } from '../../daemon/store/migrations.ts';
import { storeTables } from '../../daemon/store/tables.ts';
import { mostRecentTests } from '../../shared/tested-account.ts';
import { accountFields } from '../store/examples.ts';
import { memoryStore } from '../store/memory-store.ts';

const startMs = Date.parse('2026-11-22T12:00:00.000Z');

function ended(accountId: string, testId: string, at: number) {
  const verdict = at % 2 ? ('failed' as const) : ('passed' as const);
  const endedAt = new Date(startMs + at).toISOString();
  return {
    accountId,
    lastTest: { testId, endedAt, verdict, ms: at + 0.4, warnings: [] },
    settings: 'any',
    passwordChanges: 0,
    events: [],
  };
}

test('the last twenty tests of an account are kept, the newest last, whole milliseconds', () => {
  const { accounts, lastTests } = memoryStore();
  const { id } = accounts.create(accountFields(accounts.newId()));
  const other = accounts.create(accountFields(accounts.newId(), 'Other'));
  for (let at = 1; at <= 25; at++) lastTests.put(ended(id, accounts.newId(), at));
  lastTests.put(ended(other.id, accounts.newId(), 2));
  const recent = lastTests.get(id)?.recent ?? [];
  expect(recent).toHaveLength(mostRecentTests);
  expect(recent[0]).toEqual([startMs + 6, 6, 'passed']);
  expect(recent.at(-1)).toEqual([startMs + 25, 25, 'failed']);
  expect(lastTests.all().map(({ recent }) => recent.length)).toEqual([20, 1]);
});

test('a deleted account has no result, gets none, and has its own again when it is restored', () => {
  const { accounts, deletions, lastTests } = memoryStore();
  const { id } = accounts.create(accountFields(accounts.newId()));
  lastTests.put(ended(id, accounts.newId(), 2));
  deletions.remove([id], 1);
  expect(lastTests.all()).toEqual([]);
  expect(lastTests.get(id)).toBeUndefined();
  expect(lastTests.put(ended(id, accounts.newId(), 4))).toBe(false);
  deletions.restore([id]);
  expect(lastTests.get(id)?.recent).toEqual([[startMs + 2, 2, 'passed']]);
});

test('one that this version does not understand counts as none', () => {
  const { accounts, db, lastTests } = memoryStore();
  const { id } = accounts.create(accountFields(accounts.newId()));
  lastTests.put(ended(id, accounts.newId(), 2));
  db.exec(`UPDATE last_tests SET recent = '[[1,2,"unheard of"],[3,4,"passed"]]'`);
  expect(lastTests.get(id)?.recent).toEqual([[3, 4, 'passed']]);
  db.exec(`UPDATE last_tests SET recent = 'no JSON'`);
  expect(lastTests.all()[0]?.recent).toEqual([]);
});

test('a result that this version does not understand leaves the history of its account', () => {
  const { accounts, db, lastTests } = memoryStore();
  const account = accounts.create(accountFields(accounts.newId()));
  lastTests.put(ended(account.id, accounts.newId(), 2));
  const recent = [[startMs + 2, 2, 'passed']];
  db.exec(`UPDATE last_tests SET result = '{"verdict":"unheard of"}'`);
  expect(lastTests.all()).toMatchObject([{ lastTest: undefined, recent }]);
  expect(lastTests.get(account.id)).toMatchObject({ lastTest: undefined, recent, events: [] });
  expect(testedAccount(account, lastTests.get(account.id))).toEqual({ account, recent });
});

test('the result that was known before there was a history begins it', () => {
  const { id, lastTests } = upgraded([]);
  expect(lastTests.get(id)?.recent).toEqual([[startMs, 81, 'failed']]);
});

test.each([
  ['The password travelled in plain text: anyone on the way could read it.', [{ kind: 'plain_password' }]],
  [
    "The certificate was not validated (self-signed): the connection may end at somebody else's server.",
    [{ kind: 'not_validated', findings: [] }],
  ],
  ['The server has no UIDL: new messages cannot be told from old ones.', [{ kind: 'no_uidl' }]],
  [
    'The certificate runs out in 9 days (2026-12-01).',
    [{ kind: 'certificate_ends', days: 9, validTo: '2026-12-01' }],
  ],
  ['The server announces 3 messages and lists 2.', [{ kind: 'other_count', announced: 3, listed: 2 }]],
  [
    "The server's key is weak (RSA 1024): 2048 bits are the least for RSA.",
    [{ kind: 'weak_key', strength: 'RSA 1024' }],
  ],
  ['The certificate is trusted by its pin alone; validation found: self-signed.', []],
])('a result that said “%s” is still understood, with its events', (sentence, warnings) => {
  const { id, lastTests } = upgraded([sentence]);
  const stored = lastTests.get(id);
  expect(stored?.lastTest).toMatchObject({ verdict: 'failed', warnings });
  expect(stored?.events).toEqual([
    { type: 'started', stage: 'resolve' },
    { type: 'finished', verdict: 'failed', ms: 80.6, warnings },
  ]);
  expect(lastTests.all()).toHaveLength(1);
});

/** The tables after an upgrade from the time when a warning was a sentence, with one result. */
function upgraded(warnings: readonly string[]) {
  const db = new DatabaseSync(':memory:');
  onTestFinished(() => db.close());
  for (const { up } of migrations.slice(0, 5)) up(db);
  const id = '157425284611357796';
  db.exec(
    `INSERT INTO accounts (id, name, label, active, type, server, port, username, ssl, tls, insecure, debug, allow_plain, allow_address, pin)
     VALUES (${id}, 'Work', '', 1, 'imap', 'imap.acme.example', 993, 'ada', 1, 0, 0, 0, 0, 0, '')`,
  );
  const insert = db.prepare(
    `INSERT INTO last_tests (account_id, test_id, ended_at, settings, times_typed, result, events)
     VALUES (?, ?, ?, 'any', 0, ?, ?)`,
  );
  const result = { verdict: 'failed', ms: 80.6, warnings };
  const events = [
    { type: 'started', stage: 'resolve' },
    { type: 'finished', ...result },
  ];
  insert.run(BigInt(id), BigInt(id), startMs, JSON.stringify(result), JSON.stringify(events));
  for (const { up } of migrations.slice(5)) up(db);
  return { id, ...storeTables(db, '/nowhere') };
}
