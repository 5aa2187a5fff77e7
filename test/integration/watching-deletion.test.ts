import { expect, test } from 'vitest';
import { at, count, imap, pop3, said } from '../letters/watched-servers.ts';
import { watching } from '../letters/watching.ts';
import type { ImapOptions } from '../servers/scripts/imap.ts';
import { step } from '../servers/steps.ts';

/** One letter comes after the beginning, and is to be deleted. */
async function cleaning(on: ImapOptions['on']) {
  const messageIds: string[] = [];
  await using server = await imap({ messageIds, ...(on && { on }) });
  const begin = () => void messageIds.push('7');
  const seen = await watching(at(server, 'imap'), { ms: 1_000, begin, cleanUp: true, untilFound: true });
  return { seen, lines: said(server) };
}

test('a letter is deleted by its UID alone, under the UIDVALIDITY it was read under', async () => {
  const { seen, lines } = await cleaning(undefined);
  expect(seen.removed).toEqual([{ folder: 'INBOX', how: 'removed' }]);
  expect(count(lines, /^UID STORE 7 \+FLAGS\.SILENT \(\\Deleted\)$/)).toBe(1);
  expect(count(lines, /^UID EXPUNGE 7$/)).toBe(1);
});

test.each([
  ['another one', ['* 1 EXISTS', '* OK [UIDVALIDITY 2] x', 'OK [READ-WRITE] Opened']],
  ['none', ['* 1 EXISTS', 'OK [READ-WRITE] Opened']],
])('with %s nothing is deleted, and that is said', async (_name, SELECT) => {
  const { seen, lines } = await cleaning({ SELECT });
  expect(seen.removed).toEqual([{ folder: 'INBOX', how: 'kept' }]);
  expect(count(lines, /STORE|EXPUNGE/)).toBe(0);
});

test.each(['SELECT', 'UID STORE', 'UID EXPUNGE'] as const)(
  'where the server refuses %s the letter stands there still, and the watching goes on',
  async (command) => {
    const { seen, lines } = await cleaning({ [command]: 'NO Not you' });
    expect(seen.failed).toBeUndefined();
    expect(seen.removed).toEqual([{ folder: 'INBOX', how: 'refused', reply: 'NO Not you' }]);
    expect(count(lines, /^LOGOUT$/)).toBe(1);
  },
);

test('a connection that breaks while it deletes leaves open whether it did', async () => {
  const { seen } = await cleaning({ 'UID EXPUNGE': step('break', async (peer) => peer.reset()) });
  expect(seen.removed).toEqual([{ folder: 'INBOX', how: 'unknown' }]);
  expect(seen.failed).toMatchObject({ stage: 'mailbox' });
});

test('a maildrop that refuses to delete keeps the letter, and says so', async () => {
  const options = {
    messageIds: ['new'],
    capabilities: ['TOP', 'UIDL', 'USER'],
    on: { DELE: '-ERR Not you' },
  };
  await using server = await pop3(options);
  const seen = await watching(at(server, 'pop3'), { known: new Set(), cleanUp: true });
  expect(seen.failed).toBeUndefined();
  expect(seen.removed).toEqual([{ folder: 'INBOX', how: 'refused', reply: '-ERR Not you' }]);
});

test('of a maildrop a letter counts as deleted when the server has said goodbye', async () => {
  const options = { messageIds: ['new'], capabilities: ['TOP', 'UIDL', 'USER'] };
  const known = () => ({ known: new Set<string>(), cleanUp: true });
  const broken = step('break', async (peer) => peer.reset());
  await using server = await pop3({ ...options, on: { QUIT: broken } });
  expect((await watching(at(server, 'pop3'), known())).removed).toEqual([
    { folder: 'INBOX', how: 'unknown' },
  ]);
  await using good = await pop3(options);
  expect((await watching(at(good, 'pop3'), known())).removed).toEqual([{ folder: 'INBOX', how: 'removed' }]);
});
