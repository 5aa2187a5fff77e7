import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test, vi } from 'vitest';
import { queryConnection } from '../../daemon/store/query/query-connection.ts';
import { readTables } from '../../daemon/store/query/read-tables.ts';
import { prepareDataDirectory } from '../../daemon/store/data-directory.ts';
import { lockDataDirectory } from '../../daemon/store/lock.ts';
import { openStore } from '../../daemon/store/store.ts';
import { logFields } from '../../shared/condition/fields.ts';
import { conditionInWords } from '../../shared/condition/condition-in-words.ts';
import { recordCursor } from '../../shared/record-query.ts';
import { runningDaemon } from '../api/running-daemon.ts';
import { logEntry } from '../store/examples.ts';
import { temporaryDirectory } from '../store/temporary-directory.ts';
import { run } from './cli-process.ts';

vi.setConfig({ testTimeout: 60_000 });

const zone = 'Europe/Berlin';
const asked = (words: string) => ({ condition: conditionInWords(words, logFields), zone });
const nowMs = Date.parse('2026-03-29T12:00:00.000Z');

/** Five hundred lines by hand of a client, every tenth a warning. */
async function filled(directory = temporaryDirectory()) {
  using lock = lockDataDirectory(prepareDataDirectory(directory));
  await using store = await openStore(lock);
  const lines = Array.from({ length: 500 }, (_, n) => ({
    ...logEntry(`Line ${n} of Straße 5%`),
    level: n % 10 === 0 ? ('Warning' as const) : ('Info' as const),
  }));
  await store.log.append(lines);
  await store.housekeeping.fillSearch();
  return directory;
}

test('a condition is answered by pages, forwards and back, over the API', async () => {
  const daemon = await runningDaemon(await filled());
  const browser = await daemon.browser();
  const warnings = asked('message contains STRASSE and level is Warning and source is "IMAP Auth"');
  const first = await browser.call('logQuery', { ...warnings, limit: 30 });
  expect(first.records).toHaveLength(30);
  const second = await browser.call('logQuery', { ...warnings, limit: 30, after: first.next ?? '' });
  expect(second.records).toHaveLength(20);
  expect(second.next).toBeUndefined();
  const [place] = second.records.map(recordCursor);
  const back = await browser.call('logQuery', { ...warnings, limit: 30, before: place ?? '' });
  expect(back.records).toEqual(first.records);
  const last = await browser.call('logQuery', { ...warnings, limit: 20, before: 'end' });
  expect(last.records).toEqual(second.records);
  const severe = { ...asked('source is "IMAP Auth"'), sort: 'highest' as const, limit: 60 };
  const levels = (await browser.call('logQuery', severe)).records.map(({ level }) => level);
  expect(levels).toEqual([...Array(50).fill('Warning'), ...Array(10).fill('Info')]);
});

test('counts and groups say whether they are exact', async () => {
  const daemon = await runningDaemon(await filled());
  const browser = await daemon.browser();
  const count = (words: string, most: number) => browser.call('logCount', { ...asked(words), most });
  expect(await count('source is "IMAP Auth"', 10)).toEqual({ count: 500, exact: true });
  expect(await count('message contains "line 4" and source is "IMAP Auth"', 1000)).toEqual({
    count: 111,
    exact: true,
  });
  const groups = { ...asked('message contains "5%" and source is "IMAP Auth"'), by: 'level' as const };
  expect(await browser.call('logGroup', groups)).toEqual({
    groups: [
      { value: 'Info', count: 450 },
      { value: 'Warning', count: 50 },
    ],
    exact: true,
    more: false,
  });
  const byAccount = await browser.call('logGroup', { ...groups, by: 'accountId' });
  expect(byAccount.groups).toEqual([{ count: 500 }]);
});

test('of more than 200 groups the largest are told, that every record was counted, and that there are more', async () => {
  const directory = await filled();
  using lock = lockDataDirectory(directory);
  await using store = await openStore(lock);
  const tests = Array.from({ length: 201 }, (_, n) => String(160_000_000_000_000_000n + BigInt(n)));
  await store.log.append(
    [...tests, ...tests.slice(1)].map((testId) => logEntry('One of a test.', { testId })),
  );
  const group = (words: string) => store.reader.log.group({ ...asked(words), nowMs }, 'testId');
  const some = await group('test is not empty');
  expect(some.groups).toHaveLength(200);
  expect(some.groups.every(({ count }) => count === 2)).toBe(true);
  expect(some).toMatchObject({ exact: true, more: true });
  expect(await group('test is empty')).toEqual({ groups: [{ count: 500 }], exact: true, more: false });
});

test('all records of a condition are exported, and new ones are followed', async () => {
  const daemon = await runningDaemon(await filled());
  const browser = await daemon.browser();
  const leaving = new AbortController();
  const found: string[] = [];
  const oldest = { ...asked('source is "IMAP Auth"'), sort: 'oldest' as const };
  for await (const { message } of browser.stream('logExport', oldest, leaving.signal)) found.push(message);
  expect(found).toEqual(Array.from({ length: 500 }, (_, n) => `Line ${n} of Straße 5%`));

  const tail = browser.stream('logFollow', asked('message contains "was set"'), leaving.signal);
  expect((await tail.next()).value).toEqual({ type: 'alive' });
  await browser.call('propertiesSet', { name: 'mailprobe.test.every', value: 600 });
  const { value } = await tail.next();
  expect(value).toMatchObject({ type: 'log', records: [{ source: 'System' }] });
  leaving.abort();
  await tail.return();
});

test('a condition that has not the form is refused with its place', async () => {
  const daemon = await runningDaemon();
  const browser = await daemon.browser();
  const condition = {
    combinator: 'and' as const,
    rules: [{ field: 'level' as const, operator: 'is' as const, value: 'Loud' }],
  };
  const refused = browser.call('logQuery', { condition, zone: 'Middle/Earth', limit: 5 });
  await expect(refused).rejects.toMatchObject({
    refusal: {
      kind: 'invalid',
      fields: {
        'condition.rules.0.value': expect.stringContaining('no such value'),
        zone: 'There is no such time zone.',
      },
    },
  });
});

test('the connection of queries reads the log, and can do nothing else', async () => {
  const directory = await filled();
  using db = queryConnection(join(directory, 'mailprobe.db'));
  const { records } = await readTables(db).log.page(
    { ...asked('message contains "line 7" and account is empty'), nowMs },
    { limit: 200 },
  );
  expect(records).toHaveLength(11);
  const forbidden = [
    'SELECT * FROM accounts',
    'SELECT load_extension(1)',
    'SELECT randomblob(9)',
    'PRAGMA journal_mode',
    'PRAGMA data_version = 1',
    "ATTACH ':memory:' AS other",
    'DELETE FROM log',
    'CREATE TEMP TABLE t (a)',
    "INSERT INTO log_search (log_search) VALUES ('rebuild')",
  ];
  for (const sql of forbidden)
    expect(() => db.prepare(sql).all(), sql).toThrow(
      /not authorized|authorization denied|prohibited|readonly/,
    );
});

test('retention takes records out of the search index as well', async () => {
  const directory = await filled();
  const lock = lockDataDirectory(directory);
  const store = await openStore(lock);
  onTestFinished(async () => {
    await store.close();
    lock[Symbol.dispose]();
  });
  await store.properties.set('mailprobe.log.keep.records', 1000);
  await store.log.append(Array.from({ length: 900 }, (_, n) => logEntry(`Newer ${n}`)));
  await store.housekeeping.fillSearch();
  await store.housekeeping.trimLog();
  expect(await store.log.count()).toBe(1000);
  const { count } = await store.reader.log.count({ ...asked('message contains "line"'), nowMs }, 5000);
  expect(count).toBe(100);
  using db = new DatabaseSync(join(directory, 'mailprobe.db'), { readOnly: true });
  const indexed = db.prepare(`SELECT count(*) AS n FROM log_search WHERE log_search MATCH '"lin" AND "ine"'`);
  expect(indexed.get()?.['n']).toBe(100);
  const all = await store.reader.log.group({ ...asked('message is not empty'), nowMs }, 'source');
  expect(all.groups).toEqual([{ value: 'IMAP Auth', count: 1000 }]);
});

test('mailprobe logs --where shows what meets a condition, and points at what cannot be read', async () => {
  const directory = await filled();
  await runningDaemon(directory);
  const logs = (...args: string[]) => run(['logs', '--data-dir', directory, ...args]);
  const words = ['--where', 'message contains "line 49" and level at least Warning'];
  const found = await logs(...words, '--since', '1d', '--json');
  expect(found.stderr).toBe('');
  const lines = found.stdout.trimEnd().split('\n');
  expect(lines.map((line) => (JSON.parse(line) as { message: string }).message)).toEqual([
    'Line 490 of Straße 5%',
  ]);
  const wrong = await logs('--where', 'level is Info or colour is red');
  expect(wrong.code).toBe(2);
  expect(wrong.stderr).toContain('  level is Info or colour is red\n                   ^^^^^^\n');
  const following = await run(
    ['logs', '--data-dir', directory, '--follow', '--limit', '2', '--where', 'level is Info'],
    {
      onOutput: (text, child) => void (text.trimEnd().split('\n').length >= 2 && child.kill('SIGINT')),
    },
  );
  expect([following.code, following.stdout.trimEnd().split('\n').length]).toEqual([0, 2]);
});
