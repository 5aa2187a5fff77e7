import { readFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { letterSource } from '../../daemon/cli/commands/letters/source.ts';
import { scriptedServer } from '../servers/scripted-server.ts';
import { imapScript, type ImapOptions } from '../servers/scripts/imap.ts';
import { usualLetter } from '../servers/scripts/responder.ts';
import { commandLine, linePassword } from './command-line.ts';

const own = { username: 'ada', password: linePassword, security: 'plain' as const };
const imap = (options: Partial<ImapOptions> = {}) =>
  scriptedServer(imapScript({ ...own, messageIds: ['4', '9'], ...options }));

test('fetch tells how many letters came in, as text and as JSON', async () => {
  await using server = await imap();
  const { mailprobe } = await commandLine();
  const id = await mailprobe.add(server.port);
  expect(await mailprobe(['fetch', id])).toMatchObject({
    code: 0,
    stdout: '2 letters were fetched.\n',
    stderr: '',
  });
  expect(await mailprobe.json(['fetch', id])).toEqual([
    { type: 'begun', accountId: id, byDefault: false },
    { type: 'finished', letters: 0, ignored: 0, left: 0 },
  ]);
});

test('fetch without an id takes the default account, and says which property to set where none is chosen', async () => {
  await using server = await imap();
  const { mailprobe } = await commandLine();
  const none = await mailprobe(['fetch']);
  expect(none).toMatchObject({ code: 2, stdout: '' });
  expect(none.stderr).toContain('default.email.account.receive');
  const id = await mailprobe.add(server.port);
  await mailprobe(['properties', 'set', 'default.email.account.receive', id]);
  expect((await mailprobe.json(['fetch']))[0]).toEqual({ type: 'begun', accountId: id, byDefault: true });
});

test('a fetch that fails names the cause and what to do, with 1', async () => {
  await using server = await imap({ password: 'another' });
  const { mailprobe } = await commandLine();
  const id = await mailprobe.add(server.port);
  const { code, stdout } = await mailprobe(['fetch', id]);
  expect(code).toBe(1);
  expect(stdout).toContain('✕ Failed at login');
  expect(stdout).toContain('What to do:');
});

test('letters source writes the letter as the server has it, and never over another file', async () => {
  await using server = await imap();
  const { mailprobe, daemon } = await commandLine();
  const id = await mailprobe.add(server.port);
  await mailprobe(['fetch', id]);
  const { stdout } = await mailprobe(['logs', '--account', id]);
  const [, letter = ''] = /Letter (\d{18}) from/.exec(stdout) ?? [];
  const file = join(daemon.directory, 'letter.eml');
  expect(await mailprobe.json(['letters', 'source', letter, '--out', file])).toEqual([
    { letter, file, octets: usualLetter('4').length },
  ]);
  expect(readFileSync(file, 'utf8')).toBe(usualLetter('4'));
  expect(await mailprobe(['letters', 'source', letter, '--out', file])).toMatchObject({ code: 2 });
  expect((await mailprobe(['letters', 'source', letter])).stdout).toBe(usualLetter('4'));
  expect((await mailprobe(['letters', 'source', id])).stderr).toContain('cannot be read');
});

test('a terminal obeys nothing of a letter', async () => {
  await using server = await imap({
    messageIds: ['4'],
    letterOf: () => 'From: a@mail.test\r\n\r\nPaid: 10\rPaid: 99\x1b[2J\r\n',
  });
  const { mailprobe, daemon } = await commandLine();
  await mailprobe(['fetch', await mailprobe.add(server.port)]);
  const [letter] = (await mailprobe.json(['letters', '--incoming'])) as { id: string }[];
  const got = await mailprobe(['letters', 'get', letter?.id ?? '', '--headers']);
  expect(got.stdout).toContain('\nFrom: a@mail.test\n');
  const stream = () => Object.assign(new PassThrough(), { isTTY: true });
  const [stdin, stdout, stderr] = [stream(), stream(), stream()];
  const args = [letter?.id ?? '', '--data-dir', daemon.directory];
  expect(await letterSource(args, { stdin, stdout, stderr })).toBe(0);
  stdout.end();
  expect(await text(stdout)).toBe('From: a@mail.test\n\n' + String.raw`Paid: 10\x0dPaid: 99\x1b[2J` + '\n');
});

test('fetch --older fetches what was left, the newest first, and says what stays', async () => {
  const numbers = Array.from({ length: 30 }, (_, at) => String(at + 1));
  await using server = await scriptedServer([
    ...[1, 2].map(() => imapScript({ ...own, messageIds: ['40'] })),
    ...numbers.map(() => imapScript({ ...own, messageIds: [...numbers, '40'] })),
  ]);
  const { mailprobe, daemon } = await commandLine();
  const id = await mailprobe.add(server.port);
  expect((await mailprobe(['fetch', '--older', id])).stdout).toBe('No older letters were fetched.\n');
  await mailprobe(['fetch', id]);
  // As a first fetch of more than 10,000 letters leaves it.
  using db = new DatabaseSync(join(daemon.directory, 'mailprobe.db'));
  db.prepare('INSERT INTO left_uids (account_id, first, last) VALUES (?, 1, 39)').run(BigInt(id));
  // Each fetch says what is left, not only the first; the account is named, which need not be the default one.
  const stays = `older letters stay on the server, unrecorded: npx mailprobe fetch ${id} --older fetches them.\n`;
  expect((await mailprobe(['fetch', id])).stdout).toBe(`No new letters were fetched.\n30 ${stays}`);
  expect(await mailprobe(['fetch', id, '--older', '5'])).toMatchObject({
    code: 0,
    stdout: `5 older letters were fetched.\n25 ${stays}`,
  });
  expect((await mailprobe.json(['fetch', '--older', id])).at(-1)).toEqual({
    type: 'finished',
    letters: 25,
    ignored: 0,
    left: 0,
  });
  expect((await mailprobe(['fetch', id, '--older'])).stdout).toBe('No older letters were fetched.\n');
  const wrong = await mailprobe(['fetch', '--older', '20000', id]);
  expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining('1 to 10000') });
});
