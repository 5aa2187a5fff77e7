import { expect, test } from 'vitest';
import { fetching } from '../letters/fetching.ts';
import { scriptedServer } from '../servers/scripted-server.ts';
import { imapScript, type ImapOptions } from '../servers/scripts/imap.ts';
import { pop3Script, type Pop3Options } from '../servers/scripts/pop3.ts';
import { close, flood, reset, send } from '../servers/steps.ts';

const account = { username: 'small', password: 'pw-Small-1', security: 'plain' as const };
const numbers = (count: number) => Array.from({ length: count }, (_, at) => String(at + 1));

async function imap(options: Partial<ImapOptions>) {
  const server = await scriptedServer(imapScript({ ...account, ...options }));
  return { server, target: { type: 'imap' as const, security: 'plain' as const, port: server.port } };
}

async function pop3(options: Partial<Pop3Options>) {
  const server = await scriptedServer(pop3Script({ ...account, ...options }));
  return { server, target: { type: 'pop3' as const, security: 'plain' as const, port: server.port } };
}

const uids = (fetched: { letters: { uid: string }[] }) => fetched.letters.map(({ uid }) => uid);

test('IMAP gives the letters above the UID that is known, in batches, and changes nothing', async () => {
  const { server, target } = await imap({ messageIds: numbers(120) });
  await using _ = server;
  const all = await fetching(target);
  expect(all.verdict).toBe('passed');
  expect(uids(all)).toEqual(numbers(120));
  expect(all.batches.map(({ uids: dealt }) => dealt?.upTo)).toEqual([20, 40, 60, 80, 100, 120]);
  expect(String(all.letters[6]?.raw)).toContain('Subject: Letter 7');
  expect(uids(await fetching(target, { highestUid: 118 }))).toEqual(['119', '120']);
  expect(uids(await fetching(target, { highestUid: 120 }))).toEqual([]);
  const said = server.receivedBeforeTls.toString();
  expect(said).toMatch(/UID FETCH 1:20 \(UID RFC822\.SIZE BODY\.PEEK\[\]<0\.262144>\)/);
  expect(said).not.toMatch(/STORE|SELECT|EXPUNGE|BODY\[/);
});

test('IMAP: another UIDVALIDITY than the known one begins anew', async () => {
  const { server, target } = await imap({ messageIds: numbers(3) });
  await using _ = server;
  expect(uids(await fetching(target, { uidValidity: '9', highestUid: 3 }))).toEqual(numbers(3));
});

test('of more letters than are wanted the newest are fetched, and how many are left is told', async () => {
  const mailbox = await imap({ messageIds: numbers(30) });
  const maildrop = await pop3({ messageIds: numbers(30).map((id) => `u${id}`) });
  await using _ = mailbox.server;
  await using __ = maildrop.server;
  const found = [await fetching(mailbox.target, { most: 4 }), await fetching(maildrop.target, { most: 4 })];
  expect(found.map(uids)).toEqual([
    ['27', '28', '29', '30'],
    ['u27', 'u28', 'u29', 'u30'],
  ]);
  expect(found.map(({ left }) => left)).toEqual([26, 26]);
});

test('IMAP: UIDs out of order, doubled, of others and news of flags give each letter once, in order', async () => {
  const { server, target } = await imap({
    messageIds: numbers(3),
    on: {
      'UID SEARCH': ['* SEARCH 3 1 2 2 3', 'OK done'],
      'UID FETCH': [
        '* 3 FETCH (UID 3 RFC822.SIZE 6 BODY[]<0> {6}\r\nthree\n)',
        '* 1 FETCH (FLAGS (\\Seen))',
        '* 1 FETCH (BODY[]<0> "one" UID 1 RFC822.SIZE 3)',
        '* 9 FETCH (UID 9 RFC822.SIZE 4 BODY[]<0> "nine")',
        '* 3 FETCH (UID 3 RFC822.SIZE 5 BODY[]<0> "again")',
        '* 2 FETCH (UID 2 RFC822.SIZE 900 BODY[]<0> {3}\r\ntwo FLAGS (\\Seen))',
        'OK done',
      ],
    },
  });
  await using _ = server;
  const { letters } = await fetching(target);
  expect(letters.map(({ uid, octets, raw }) => [uid, octets, String(raw)])).toEqual([
    ['1', 3, 'one'],
    ['2', 900, 'two'],
    ['3', 6, 'three\n'],
  ]);
});

test('IMAP: a letter that the server refuses is told, and the others come', async () => {
  const refuse = send((peer) => `${peer.tag} NO [EXPUNGEISSUED] Some messages could not be FETCHed`);
  const { server, target } = await imap({ messageIds: ['1'], on: { 'UID FETCH': refuse } });
  await using _ = server;
  const { letters, verdict } = await fetching(target);
  expect(verdict).toBe('passed');
  expect(letters).toEqual([
    { uid: '1', octets: 0, refused: expect.stringContaining('could not be FETCHed') },
  ]);
});

test('IMAP: a refusal that passes is no end of any letter', async () => {
  const { server, target } = await imap({ messageIds: ['1'], on: { 'UID FETCH': 'NO [UNAVAILABLE] Later' } });
  await using _ = server;
  expect(await fetching(target)).toMatchObject({ verdict: 'failed', letters: [] });
});

test.for<[name: string, reply: string | string[], kind: string]>([
  ['a literal of 900 MB', '* 1 FETCH (UID 1 BODY[]<0> {900000000}', 'response_too_large'],
  ['a literal below zero', '* 1 FETCH (UID 1 BODY[]<0> {-1}', 'response_too_large'],
  ['another UIDVALIDITY in the middle', ['* OK [UIDVALIDITY 77] anew', 'OK done'], 'protocol_error'],
  ['a BYE in the middle', ['* BYE down'], 'connection_closed'],
])('IMAP: %s ends the fetch, and nothing of the batch is taken', async ([, reply, kind]) => {
  const { server, target } = await imap({
    messageIds: ['1'],
    on: { 'UID FETCH': [...[reply].flat(), ...(kind === 'connection_closed' ? [close()] : [])] },
  });
  await using _ = server;
  const fetched = await fetching(target, {}, { timeoutMs: 3_000 });
  expect(fetched.letters).toEqual([]);
  expect(fetched.failure?.kind).toBe(kind);
});

test.for([
  ['imap', '* 1 FETCH (FLAGS ())\r\n'],
  ['imap', 'x'],
  ['pop3', 'A line of a letter that never ends.\r\n'],
  ['pop3', 'x'],
] as const)('%s: letters without end (%j) are cut off, in bounded memory', async ([type, text]) => {
  const endless = flood(text.repeat(Math.ceil(16_384 / text.length)));
  const { server, target } =
    type === 'imap'
      ? await imap({ messageIds: ['1'], on: { 'UID FETCH': endless } })
      : await pop3({ messageIds: ['u1'], on: { TOP: ['+OK', endless] } });
  await using _ = server;
  const before = process.memoryUsage().rss;
  const fetched = await fetching(target, {}, { timeoutMs: 20_000 });
  expect(fetched).toMatchObject({ letters: [], failure: { kind: 'response_too_large' } });
  expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
});

test.for(['EXAMINE', 'UID SEARCH', 'UID FETCH', 'LOGOUT'] as const)(
  'IMAP: a connection that breaks at %s is a cause, and what was taken stays',
  async (command) => {
    const { server, target } = await imap({ messageIds: numbers(2), on: { [command]: reset() } });
    await using _ = server;
    const fetched = await fetching(target, {}, { timeoutMs: 3_000 });
    expect(fetched.failure?.kind).toMatch(/^connection_/);
    expect(uids(fetched)).toEqual(command === 'LOGOUT' ? ['1', '2'] : []);
  },
);

test('POP3 gives the letters that are not known, by TOP, dots undone, and deletes nothing', async () => {
  const text = 'Subject: dots\r\n\r\n.one\r\n..two\r\n.\r\nend\r\n';
  const { server, target } = await pop3({ messageIds: ['a', 'b', 'c'], letterOf: () => text });
  await using _ = server;
  const fetched = await fetching(target, { uidls: ['b'] });
  expect(fetched.verdict).toBe('passed');
  expect(uids(fetched)).toEqual(['a', 'c']);
  expect(fetched.letters.map(({ raw, octets }) => [String(raw), octets])).toEqual([
    [text, text.length],
    [text, text.length],
  ]);
  expect(server.receivedBeforeTls.toString()).not.toMatch(/DELE|RETR/);
});

test('POP3: an id that is listed twice is one letter', async () => {
  const { server, target } = await pop3({ messageIds: ['same', 'same', 'other'] });
  await using _ = server;
  expect(uids(await fetching(target))).toEqual(['same', 'other']);
});

test('POP3 without TOP: small letters come by RETR, large ones are told and not read', async () => {
  const capabilities = ['UIDL', 'USER'];
  const letterOf = (id: string) => `Subject: ${id}\r\n\r\n${'x'.repeat(id === 'large' ? 2_000_000 : 10)}\r\n`;
  const { server, target } = await pop3({ messageIds: ['small', 'large'], capabilities, letterOf });
  await using _ = server;
  const { letters } = await fetching(target);
  expect(letters.map(({ uid, octets, raw }) => [uid, octets, raw?.length])).toEqual([
    ['small', 30, 30],
    ['large', 2_000_020, undefined],
  ]);
});

test('POP3: a server older than CAPA, which knows no TOP, is asked for whole letters', async () => {
  const { server, target } = await pop3({
    messageIds: ['a', 'b'],
    on: { CAPA: '-ERR unknown', TOP: '-ERR unknown' },
  });
  await using _ = server;
  const { letters } = await fetching(target);
  expect(letters.map(({ raw }) => String(raw).slice(0, 40))).toHaveLength(2);
  expect(letters.every(({ raw }) => raw && raw.length > 0)).toBe(true);
});

test('POP3: without UIDL nothing is fetched, and a sentence says why', async () => {
  const { server, target } = await pop3({ messageIds: ['a'], on: { UIDL: '-ERR no' } });
  await using _ = server;
  const { letters, failure } = await fetching(target);
  expect(letters).toEqual([]);
  expect(failure).toMatchObject({ kind: 'protocol_error', detail: expect.stringContaining('UIDL') });
});

test('POP3: a letter that is longer than was said is read as far as any', async () => {
  const letterOf = () => `Subject: long\r\n\r\n${'y'.repeat(400_000)}\r\n`;
  const { server, target } = await pop3({ messageIds: ['a'], letterOf, on: { LIST: ['+OK', '1 5', '.'] } });
  await using _ = server;
  const { letters } = await fetching(target);
  expect(letters[0]?.raw).toHaveLength(256 * 1024);
});

test('what was left comes newest first, each batch with its mark, the last one with the end', async () => {
  const { server, target } = await imap({ messageIds: numbers(70) });
  await using _ = server;
  const left = [
    { first: 1, last: 25 },
    { first: 40, last: 60 },
  ];
  const fetched = await fetching(target, { highestUid: 70, of: 'left', left, most: 23 });
  expect(uids(fetched)).toEqual(
    [...numbers(60).slice(39), '25', '24'].toSorted((a, b) => Number(b) - Number(a)),
  );
  expect(fetched.batches.map(({ uids: dealt }) => dealt?.downTo)).toEqual([41, 24]);
  expect(fetched.left).toBe(23);
  const rest = await fetching(target, { highestUid: 70, of: 'left', left: [{ first: 1, last: 23 }] });
  expect(rest.batches.map(({ uids: dealt }) => dealt?.downTo)).toEqual([4, 1]);
  expect((await fetching(target, { highestUid: 70, of: 'left' })).batches).toEqual([]);
  expect(server.receivedBeforeTls.toString().match(/UID SEARCH [^\r]+/g)).toEqual([
    'UID SEARCH UID 1:25,40:60',
    'UID SEARCH UID 1:23',
  ]);
});
