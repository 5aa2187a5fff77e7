import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, inject, test } from 'vitest';
import { fetchedBy, lettersIn, mailRecords } from '../letters/coming-in.ts';
import { scriptedServer } from '../servers/scripted-server.ts';
import { imapScript, type ImapOptions } from '../servers/scripts/imap.ts';
import { pop3Script } from '../servers/scripts/pop3.ts';
import { bigUser, messageIdsOf } from '../servers/real/users.ts';
import { savedAccount, serviceOnDisk } from '../service/service-on-disk.ts';

const { ports } = inject('realServers');
const person = { username: 'ann@mail.test', password: 'hunter2-secret', security: 'plain' as const };
const target = (port: number, type: 'imap' | 'pop3') => ({ type, port, ...person });
const numbers = (count: number) => Array.from({ length: count }, (_, at) => String(at + 1));

test('POP3: a letter that the list leaves out once and names again is on record once', async () => {
  const lists = [
    ['a', 'b', 'c'],
    ['a', 'c'],
    ['a', 'b', 'c'],
    ['a', 'b', 'c'],
  ];
  const scripts = lists.map((messageIds) => pop3Script({ ...person, messageIds }));
  await using server = await scriptedServer(scripts);
  const ground = await serviceOnDisk();
  const accountId = await savedAccount(ground, target(server.port, 'pop3'));
  const ends = [];
  for (const _ of lists) ends.push((await fetchedBy(ground.service, { accountId })).at(-1));
  expect(ends.map((end) => end?.type === 'finished' && end.letters)).toEqual([3, 0, 0, 0]);
  expect((await lettersIn(ground.service)).map(({ subject }) => subject)).toEqual([
    'Letter a',
    'Letter b',
    'Letter c',
  ]);
});

test('POP3: another letter under an id that was used before is on record too', async () => {
  const lists = [['a', 'b'], ['a'], ['a', 'b']];
  const scripts = lists.map((messageIds, at) =>
    pop3Script({ ...person, messageIds, letterOf: (id) => `Subject: ${id}${at}\r\n\r\nText\r\n` }),
  );
  await using server = await scriptedServer(scripts);
  const ground = await serviceOnDisk();
  const accountId = await savedAccount(ground, target(server.port, 'pop3'));
  for (const _ of lists) await fetchedBy(ground.service, { accountId });
  expect((await lettersIn(ground.service)).map(({ subject }) => subject)).toEqual(['a0', 'b0', 'b2']);
});

/** A server that gives some letters at no time, each connection others. */
function withholding(...withheld: readonly (readonly string[])[]) {
  const given = (hidden: readonly string[]): ImapOptions['on'] => ({
    'UID FETCH': [
      ...numbers(4)
        .filter((id) => !hidden.includes(id))
        .map((id) => `* ${id} FETCH (UID ${id} RFC822.SIZE 14 BODY[]<0> "Subject: s${id}\\r\\n\\r\\n")`),
      'OK done',
    ],
  });
  return withheld.map((hidden) => imapScript({ ...person, messageIds: numbers(4), on: given(hidden) ?? {} }));
}

test('IMAP: a letter that the server leaves out of its answer is asked for once more by the next fetch', async () => {
  await using server = await scriptedServer(withholding(['2'], [], []));
  const ground = await serviceOnDisk();
  const accountId = await savedAccount(ground, target(server.port, 'imap'));
  const ends = [];
  for (const _ of numbers(3)) ends.push((await fetchedBy(ground.service, { accountId })).at(-1));
  expect(ends.map((end) => end?.type === 'finished' && end.letters)).toEqual([3, 1, 0]);
  expect(server.receivedBeforeTls.toString().match(/UID FETCH \S+/g)).toEqual([
    'UID FETCH 1:4',
    'UID FETCH 2',
  ]);
});

test('IMAP: a letter that the server leaves out twice is told, and asked for no more', async () => {
  await using server = await scriptedServer(withholding(['2'], ['2'], ['2']));
  const ground = await serviceOnDisk();
  const accountId = await savedAccount(ground, target(server.port, 'imap'));
  const ends = [];
  for (const _ of numbers(3)) ends.push((await fetchedBy(ground.service, { accountId })).at(-1));
  expect(ends.map((end) => end?.type === 'finished' && end.letters)).toEqual([3, 1, 0]);
  expect((await lettersIn(ground.service)).at(-1)).toMatchObject({
    status: 'Failed',
    reason: 'withheld',
  });
});

test('IMAP: a letter that is gone when it is asked for once more is no letter', async () => {
  const [first = [], ...others] = withholding(['2'], [], []);
  const gone = imapScript({ ...person, messageIds: ['1', '3', '4'] });
  await using server = await scriptedServer([first, gone, gone, ...others]);
  const ground = await serviceOnDisk();
  const accountId = await savedAccount(ground, target(server.port, 'imap'));
  for (const _ of numbers(3)) await fetchedBy(ground.service, { accountId });
  expect(await lettersIn(ground.service)).toHaveLength(3);
  expect(server.receivedBeforeTls.toString().match(/UID SEARCH [^\r]+/g)).toEqual([
    'UID SEARCH ALL',
    'UID SEARCH UID 2,5:*',
    'UID SEARCH UID 5:*',
  ]);
});

test.for([
  ['NIL', 'RFC822.SIZE 900 BODY[]<0> NIL'],
  ['NIL, without a size', 'BODY[]<0> NIL'],
  ['nothing of 900 octets', 'RFC822.SIZE 900 BODY[]<0> ""'],
])('IMAP: a letter of which the server gives %s is told as one that cannot be read', async ([, items]) => {
  const on = { 'UID FETCH': [`* 1 FETCH (UID 1 ${items})`, 'OK done'] };
  await using server = await scriptedServer(imapScript({ ...person, messageIds: ['1'], on }));
  const ground = await serviceOnDisk();
  const accountId = await savedAccount(ground, target(server.port, 'imap'));
  await fetchedBy(ground.service, { accountId });
  expect(await lettersIn(ground.service)).toMatchObject([{ status: 'Failed', reason: 'nothing_given' }]);
  expect((await mailRecords(ground.service)).map(({ message }) => message).join('\n')).toContain(
    'could not be read',
  );
});

test.for([
  ['imap', ports.imap],
  ['pop3', ports.pop3],
] as const)(
  'Dovecot, %s: the newest 10,000 letters come first, older ones when they are asked for, each once',
  { timeout: 180_000 },
  async ([type, port]) => {
    const ground = await serviceOnDisk();
    const own = { username: bigUser.username, password: bigUser.password, security: 'plain' as const };
    const accountId = await savedAccount(ground, { type, port, ...own });
    const ends = [];
    for (const older of [undefined, 30, undefined, 20])
      ends.push((await fetchedBy(ground.service, { accountId, older })).at(-1));
    // All of them were sent to their own sender.
    expect(ends).toEqual([
      { type: 'finished', letters: 10_000, ignored: 10_000, left: 10_000 },
      { type: 'finished', letters: 30, ignored: 30, left: 9_970 },
      { type: 'finished', letters: 0, ignored: 0, left: 9_970 },
      { type: 'finished', letters: 20, ignored: 20, left: 9_950 },
    ]);
    const wanted = messageIdsOf(bigUser, type).slice(9_950);
    expect(recorded(ground.directory)).toEqual(wanted.toSorted());
  },
);

/** UIDs or UIDLs of all letters on record. */
function recorded(directory: string): string[] {
  using db = new DatabaseSync(join(directory, 'mailprobe.db'), { readOnly: true });
  return db
    .prepare('SELECT uid FROM letters JOIN letter_origins ON letter = seq')
    .all()
    .map((row) => String(row['uid']))
    .toSorted();
}
