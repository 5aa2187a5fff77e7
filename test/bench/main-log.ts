// The Main Log with a million records: `node test/bench/main-log.ts [RECORDS]`, and `… [RECORDS] pages` or `… inserts` for a part alone.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { queriedLog } from '../../daemon/store/log-query/queried-log.ts';
import { queryConnection } from '../../daemon/store/query/query-connection.ts';
import { queryPlan } from '../../daemon/store/query/query-plan.ts';
import { readTables } from '../../daemon/store/query/read-tables.ts';
import { lockDataDirectory } from '../../daemon/store/lock.ts';
import { openStore } from '../../daemon/store/store.ts';
import { prepareDataDirectory } from '../../daemon/store/data-directory.ts';
import { logFields } from '../../shared/condition/fields.ts';
import { conditionInWords } from '../../shared/condition/condition-in-words.ts';
import { resolvedCondition } from '../../shared/condition/resolved-condition.ts';
import type { DaemonClient } from '../../shared/daemon-client.ts';
import { cliClient } from '../api/cli-client.ts';
import type { Gaps } from '../store/loop-gaps.ts';
import { generatedRecords } from './generated-records.ts';
import { measureHostileConditions, promisedOfHostile } from './hostile-conditions.ts';
import { measureInserts, promisedOfInserts } from './log-inserts.ts';
import { benchConditions } from './main-log-conditions.ts';
import { type Promised, tellPromised } from './promised.ts';
import { bestShellMs } from './sqlite-shell.ts';

const zone = 'Europe/Berlin';
/** The moment of the newest record: "last 7 days" is counted back from now. */
const endMs = Date.now();
const limit = 100;
const atOnce = 500;
/** Times the pages of a condition are gone through. */
const rounds = 5;
/** Of the reading thread and of the shell alike: the best counts, once what is asked is compiled as in a daemon that runs. */
const engineRuns = 20;
/** Below it, what a page costs anyway (its plan, the form of a hundred records: about 1 ms) is more than the search. */
const leastShellMs = 1;

interface PageRow {
  condition: string;
  /** Records of the first page; with a + where there are more. */
  first: string;
  /** Over the daemon's HTTP, a proof and all: the first five pages, the last two, the most severe, five times. */
  p95Ms: number;
  slowestMs: number;
  /** Time of the processor: the first page in the reading thread alone, and the best of the shell's plans. */
  engineMs: number;
  shellMs: number;
}

export async function measureMainLog(records = 1_000_000) {
  return withLog(records, async (written, { directory, file }) => {
    const pages = await measurePages(directory, file);
    const hostile = await measureHostileConditions(directory);
    // The last, since they make the log longer.
    const inserts = await measureInserts(directory);
    return { ...written, ...pages, inserts, hostile };
  });
}

type Written = Awaited<ReturnType<typeof fill>> & { records: number; bytesARecord: number };

/** Calls back with a log of so many records, which is gone thereafter. */
async function withLog<T>(
  records: number,
  measure: (written: Written, place: { directory: string; file: string }) => Promise<T>,
): Promise<T> {
  const home = mkdtempSync(join(tmpdir(), 'mailprobe-bench-'));
  const directory = prepareDataDirectory(join(home, 'data'));
  const file = join(directory, 'mailprobe.db');
  try {
    const written = await fill(directory, records);
    const bytesARecord = Math.round(statSync(file).size / records);
    console.log(
      `main log: ${records} records written in ${written.seconds} s, ${bytesARecord} bytes a record`,
    );
    return await measure({ ...written, records, bytesARecord }, { directory, file });
  } finally {
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function fill(directory: string, records: number) {
  const began = performance.now();
  using lock = lockDataDirectory(directory);
  await using store = await openStore(lock);
  // The retention of the daemon's start is by days, too.
  await store.properties.set('mailprobe.log.keep.days', 36_500);
  await store.properties.set('mailprobe.log.keep.records', 10 * records);
  const source = generatedRecords(records, { endMs });
  for (let at = 0; at < records; at += atOnce)
    await store.log.append(
      Array.from({ length: atOnce }, () => source.next().value).filter((entry) => !!entry),
    );
  await store.housekeeping.fillSearch();
  // Once a day the daemon copies its file, two seconds long: no part of what a page takes.
  await store.housekeeping.backUp();
  return { seconds: Math.round((performance.now() - began) / 1000) };
}

async function measurePages(directory: string, file: string) {
  const child = fork(fileURLToPath(new URL('log-daemon.ts', import.meta.url)), [directory]);
  using _child = { [Symbol.dispose]: () => void child.kill() };
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  const client = await cliClient({ directory, port });
  const rows: PageRow[] = [];
  // One, so that its thread is there.
  await client.call('logQuery', { condition: conditionInWords('level is Info', logFields), zone, limit });
  child.send('begin');
  for (const words of benchConditions(endMs))
    rows.push({ ...(await pagesOf(client, words)), ...(await engine(file, words)) });
  const gaps = await ask<Gaps>(child, 'gaps');
  child.send('stop');
  await once(child, 'exit');
  console.table(rows.map((row) => ({ ...row, condition: row.condition.slice(0, 60) })));
  const worst = rows.toSorted((a, b) => b.p95Ms - a.p95Ms)[0];
  const ratios = rows
    .filter(({ shellMs }) => shellMs >= leastShellMs)
    .map(({ engineMs, shellMs }) => engineMs / shellMs);
  return {
    pages: rows,
    worstP95Ms: worst?.p95Ms ?? Number.NaN,
    worstRatio: rounded(Math.max(...ratios)),
    ratios: ratios.length,
    loopBusyMs: gaps.worstBusyMs,
  };
}

async function pagesOf(client: DaemonClient, words: string) {
  const condition = conditionInWords(words, logFields);
  const times: number[] = [];
  const page = async (place: { after?: string; before?: string; sort?: 'highest' | undefined }) => {
    const began = performance.now();
    const reply = await client.call('logQuery', { condition, zone, limit, ...place });
    times.push(performance.now() - began);
    // A page that ran out of time would be no page.
    if (reply.next !== undefined && reply.records.length < limit)
      throw new Error(`${words}: a page is cut short.`);
    return reply;
  };
  let first = '';
  for (let round = 0; round < rounds; round += 1) {
    let reply = await page({});
    first = `${reply.records.length}${reply.next === undefined ? '' : '+'}`;
    for (let more = 0; more < 4 && reply.next !== undefined; more += 1)
      reply = await page({ after: reply.next });
    reply = await page({ before: 'end' });
    if (reply.next !== undefined) await page({ before: reply.next });
    await page({ sort: 'highest' });
  }
  const sorted = times.toSorted((a, b) => a - b);
  const p95 = sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0;
  return { condition: words, first, p95Ms: rounded(p95), slowestMs: rounded(sorted.at(-1) ?? 0) };
}

async function engine(file: string, words: string) {
  using db = queryConnection(file);
  const table = queriedLog(db);
  const view = table.now();
  const here = { nowMs: Date.now(), zone };
  const condition = conditionInWords(words, logFields);
  const questions = readTables(db).log;
  const ask = () => questions.page({ condition, ...here }, { limit });
  // The first run reads the pages.
  await ask();
  let engineMs = Infinity;
  for (let run = 0; run < engineRuns; run += 1) {
    const began = busyMs();
    await ask();
    engineMs = Math.min(engineMs, busyMs() - began);
  }
  const resolved = resolvedCondition(condition, here);
  const plan = queryPlan(resolved, { view, table });
  const shellMs = plan ? bestShellMs(file, plan, { limit, runs: engineRuns }) : 0;
  return { engineMs: rounded(engineMs), shellMs: rounded(shellMs) };
}

/** Of this thread: the shell tells its own time as well, not that of the machine's other work. */
function busyMs(): number {
  // Linux counts the time of a thread up to its last tick, some milliseconds ago; being asked for that of the process, up to now.
  process.cpuUsage();
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

function rounded(ms: number): number {
  return Math.round(ms * 10) / 10;
}

async function ask<T>(child: ChildProcess, question: string): Promise<T> {
  const answer = once(child, 'message');
  child.send(question);
  const [value] = (await answer) as [T];
  return value;
}

/** Limits for a million records on a machine that does nothing else. */
export function promisedOfMainLog(figures: Awaited<ReturnType<typeof measureMainLog>>): Promised[] {
  return [
    ...promisedOfPages(figures),
    ...promisedOfInserts(figures.inserts),
    ...promisedOfHostile(figures.hostile),
  ];
}

function promisedOfPages(figures: Written & Awaited<ReturnType<typeof measurePages>>): Promised[] {
  const { bytesARecord, worstP95Ms, worstRatio, ratios, loopBusyMs } = figures;
  return [
    { what: 'a page, p95 of the slowest condition, ms', figure: worstP95Ms, atMost: 50 },
    {
      what: `a page beside the sqlite3 shell, worst of the ${ratios} conditions that take it ${leastShellMs} ms or more`,
      figure: worstRatio,
      atMost: 2,
    },
    { what: 'the event loop was blocked, ms', figure: loopBusyMs, atMost: 20 },
    { what: 'octets a record', figure: bytesARecord, atMost: 300 },
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [records = '1000000', part] = process.argv.slice(2);
  tellPromised(await promisedOf(Number(records), part));
}

async function promisedOf(records: number, part: string | undefined): Promise<Promised[]> {
  switch (part) {
    case 'pages':
      return withLog(records, async (written, { directory, file }) =>
        promisedOfPages({ ...written, ...(await measurePages(directory, file)) }),
      );
    case 'inserts':
      return withLog(records, async (_written, { directory }) =>
        promisedOfInserts(await measureInserts(directory)),
      );
    default:
      return promisedOfMainLog(await measureMainLog(records));
  }
}
