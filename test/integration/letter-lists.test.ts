import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { prepareDataDirectory } from '../../daemon/store/data-directory.ts';
import { lockDataDirectory } from '../../daemon/store/lock.ts';
import { openStore } from '../../daemon/store/store.ts';
import { letterFields } from '../../shared/condition/fields.ts';
import { conditionInWords } from '../../shared/condition/condition-in-words.ts';
import { recordCursor } from '../../shared/record-query.ts';
import type { LetterRecord } from '../../shared/letter.ts';
import { runningDaemon } from '../api/running-daemon.ts';
import { outgoingLetter } from '../letters/examples.ts';
import { temporaryDirectory } from '../store/temporary-directory.ts';
import { run } from './cli-process.ts';

vi.setConfig({ testTimeout: 60_000 });

const zone = 'Europe/Berlin';
const asked = (words: string) => ({ condition: conditionInWords(words, letterFields), zone });

/** Two hundred letters, in turn sent and come; every tenth has failed. */
async function filled(directory = temporaryDirectory()) {
  using lock = lockDataDirectory(prepareDataDirectory(directory));
  await using store = await openStore(lock);
  for (let n = 0; n < 200; n += 1) {
    const { nextAttemptAt: _next, ...letter } = outgoingLetter({
      direction: n % 2 === 0 ? 'outgoing' : 'incoming',
      status: n % 10 === 0 ? 'Failed' : 'Processed',
      subject: `Größe ${n}`,
      createdAt: new Date().toISOString(),
    });
    await store.letters.add(n % 10 === 0 ? { ...letter, reply: '=HYPERLINK("x")' } : letter);
  }
  return directory;
}

test('letters are listed, counted and exported by the conditions of the log, each direction by itself', async () => {
  const daemon = await runningDaemon(await filled());
  const browser = await daemon.browser();
  const failed = { ...asked('status is Failed and subject contains GRÖSSE'), direction: 'outgoing' as const };
  const first = await browser.call('lettersQuery', { ...failed, limit: 15 });
  expect(first.records).toHaveLength(15);
  expect(first.records[0]?.subject).toBe('Größe 190');
  const second = await browser.call('lettersQuery', { ...failed, limit: 15, after: first.next ?? '' });
  expect(second.records.map(({ subject }) => subject)).toEqual([
    'Größe 40',
    'Größe 30',
    'Größe 20',
    'Größe 10',
    'Größe 0',
  ]);
  expect(second.next).toBeUndefined();
  const [place] = second.records.map(recordCursor);
  const back = await browser.call('lettersQuery', { ...failed, limit: 15, before: place ?? '' });
  expect(back.records).toEqual(first.records);
  expect(await browser.call('lettersCount', { ...failed, most: 1000 })).toEqual({ count: 20, exact: true });
  const none = { ...failed, direction: 'incoming' as const };
  expect(await browser.call('lettersCount', { ...none, most: 1000 })).toEqual({ count: 0, exact: true });
  const found: string[] = [];
  const oldest = { ...asked('created on today'), direction: 'incoming' as const, sort: 'oldest' as const };
  for await (const { subject } of browser.stream('lettersExport', oldest, AbortSignal.timeout(30_000)))
    found.push(subject);
  expect(found).toEqual(Array.from({ length: 100 }, (_, n) => `Größe ${2 * n + 1}`));
});

test('an export says of each letter whom it was written to, who has it in their place, and what became of it for each', async () => {
  const directory = temporaryDirectory();
  {
    using lock = lockDataDirectory(prepareDataDirectory(directory));
    await using store = await openStore(lock);
    const { nextAttemptAt: _next, ...sent } = outgoingLetter({
      status: 'Processed',
      cc: 'cy@acme.example',
      bcc: '=boss@acme.example',
      redirectedTo: 'inbox@acme.example, +x@acme.example',
      deliveries: [
        { address: '+x@acme.example', outcome: 'accepted', reply: '250 2.1.5 OK' },
        { address: 'inbox@acme.example', outcome: 'refused', reply: '550 5.1.1 No\nsuch user' },
      ],
    });
    await store.letters.add({ ...sent, createdAt: new Date().toISOString() });
    await store.letters.add({
      ...sent,
      createdAt: new Date().toISOString(),
      direction: 'incoming',
      cc: 'dy@x.example',
    });
  }
  const daemon = await runningDaemon(directory);
  const browser = await daemon.browser();
  const outgoing = { ...asked('created on today'), direction: 'outgoing' as const };
  const listed = await browser.call('lettersQuery', { ...outgoing, limit: 5 });
  expect(listed.records[0]).toMatchObject({ redirectedTo: 'inbox@acme.example, +x@acme.example' });
  expect(listed.records[0]).not.toHaveProperty('deliveries');
  const letters = (...args: string[]) => run(['letters', ...args, '--data-dir', directory]);
  const jsonl = await letters('export', '--outgoing');
  expect(JSON.parse(jsonl.stdout)).toMatchObject({
    cc: 'cy@acme.example',
    bcc: '=boss@acme.example',
    redirectedTo: 'inbox@acme.example, +x@acme.example',
    deliveries: [{ outcome: 'accepted' }, { outcome: 'refused', reply: '550 5.1.1 No\nsuch user' }],
  });
  const csv = await letters('export', '--outgoing', '--format', 'csv');
  const [head = '', row = ''] = csv.stdout.trimEnd().split('\r\n');
  expect(head).toContain('"recipients","cc","bcc","redirectedTo"');
  expect(row).toContain(
    '"bob@acme.example","cy@acme.example","\'=boss@acme.example","inbox@acme.example, +x@acme.example"',
  );
  expect(row).toMatch(
    /"'\+x@acme\.example: accepted, 250 2\.1\.5 OK\ninbox@acme\.example: refused, 550 5\.1\.1 No \/ such user"$/,
  );
  const incoming = await letters('export', '--incoming');
  expect(JSON.parse(incoming.stdout)).toMatchObject({ cc: 'dy@x.example' });
});

test('a field of the log is no field of letters', async () => {
  const daemon = await runningDaemon();
  const browser = await daemon.browser();
  const condition = {
    combinator: 'and' as const,
    rules: [{ field: 'level' as const, operator: 'is' as const, value: 'Error' }],
  };
  await expect(
    browser.call('lettersQuery', { condition, zone, direction: 'incoming', limit: 5 }),
  ).rejects.toMatchObject({ refusal: { kind: 'invalid' } });
});

test('mailprobe letters shows and exports them', async () => {
  const directory = await filled();
  await runningDaemon(directory);
  const letters = (...args: string[]) => run(['letters', ...args, '--data-dir', directory]);
  const listed = await letters('--outgoing', '--where', 'status is failed', '--limit', '2', '--json');
  expect(listed.stderr).toBe('');
  const lines = listed.stdout.trimEnd().split('\n');
  expect(lines.map((line) => (JSON.parse(line) as LetterRecord).subject)).toEqual(['Größe 180', 'Größe 190']);
  const both = await letters('--limit', '3', '--reverse');
  expect(both.stdout.split('\n').map((line) => /Größe \d+/.exec(line)?.[0])).toEqual([
    'Größe 199',
    'Größe 198',
    'Größe 197',
    undefined,
  ]);
  const wrong = await letters('--where', 'level is Error');
  expect(wrong.code).toBe(2);
  expect(wrong.stderr).toContain('  level is Error\n  ^^^^^\n');
  const file = join(temporaryDirectory(), 'letters.csv');
  const exported = await letters('export', file, '--outgoing', '--where', 'status is Failed');
  expect(exported.stdout).toBe(`Exported: 20 to ${file}, as CSV.\n`);
  const [head = '', ...rows] = readFileSync(file, 'utf8').trimEnd().split('\r\n');
  expect(head.startsWith('\uFEFF"id","createdAt","direction","status"')).toBe(true);
  expect(rows).toHaveLength(20);
  // A spreadsheet runs none of it.
  expect(rows.filter((row) => !row.includes(`,"'=HYPERLINK(""x"")",`))).toEqual([]);
  const again = await letters('export', file);
  expect([again.code, again.stderr]).toEqual([2, expect.stringContaining('is there already')]);
  const piped = await letters('export', '--outgoing', '--format', 'csv');
  expect(piped.stdout.startsWith('"id","createdAt"')).toBe(true);
  const unclear = file.replace(/csv$/, 'json');
  expect(await letters('export', unclear)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('FILE ends in .csv or .jsonl'),
  });
  const named = await letters('export', unclear, '--format', 'jsonl', '--incoming');
  expect(named.stdout).toBe(`Exported: 100 to ${unclear}, as JSON Lines.\n`);
  const jsonl = await letters('export', '--incoming');
  expect(jsonl.stdout.trimEnd().split('\n')).toHaveLength(100);
});
