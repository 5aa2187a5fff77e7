import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { lockDataDirectory } from '../../daemon/store/lock.ts';
import { foldedColumn } from '../../daemon/store/log-row.ts';
import type { LogEntry } from '../../daemon/store/log-batch.ts';
import { connect } from '../../daemon/store/settings.ts';
import { openStore, type Store } from '../../daemon/store/store.ts';
import { logFields } from '../../shared/condition/fields.ts';
import { conditionInWords } from '../../shared/condition/condition-in-words.ts';
import { logLevels } from '../../shared/log.ts';
import { loopGaps } from '../store/loop-gaps.ts';
import { generatedRecords } from './generated-records.ts';
import { benchConditions } from './main-log-conditions.ts';
import type { Promised } from './promised.ts';

const records = 60_000;
const atOnce = 500;
const clients = 4;
/** As several tests do that run at once: one's records are on their way while another's are written. */
const writers = 2;
const rounds = 5;
const asked = benchConditions(Date.now());

interface Round {
  perSecond: number;
  barePerSecond: number;
  ratio: number;
  pagesRead: number;
  lost: number;
  worstBusyMs: number;
}

/**
 * Inserts through the store while four clients read page after page, beside bare inserts into a copy of the same table:
 * one after the other, several times, since what else the machine does comes and goes. The figures are those of the
 * round in the middle; none may lose a record.
 */
export async function measureInserts(directory: string) {
  using bare = bareCopy(directory);
  using lock = lockDataDirectory(directory);
  await using store = await openStore(lock);
  const measured: Round[] = [];
  for (let nth = 0; nth < rounds; nth += 1) {
    const entries = [...generatedRecords(records, { endMs: Date.now(), everyMs: 10, seed: 2 + nth })];
    // Else the thread would do so beside the bare inserts.
    await store.housekeeping.fillSearch();
    const barePerSecond = bare.rate(entries);
    const round = await insertedBesideReaders(store, entries);
    measured.push({ ...round, barePerSecond, ratio: rounded(round.perSecond / barePerSecond) });
  }
  console.table(measured);
  const middle = measured.toSorted((a, b) => a.ratio - b.ratio)[Math.floor(rounds / 2)];
  return {
    perSecond: middle?.perSecond ?? Number.NaN,
    barePerSecond: middle?.barePerSecond ?? Number.NaN,
    ratio: middle?.ratio ?? Number.NaN,
    lost: measured.reduce((sum, { lost }) => sum + lost, 0),
    worstBusyMs: Math.max(...measured.map(({ worstBusyMs }) => worstBusyMs)),
  };
}

async function insertedBesideReaders(store: Store, entries: readonly LogEntry[]) {
  const before = await store.log.count();
  const gaps = loopGaps();
  const done = new AbortController();
  const reading = Array.from({ length: clients }, (_, nth) => readOn(store, nth, done.signal));
  const began = performance.now();
  const ids: string[] = [];
  const parts = Array.from({ length: records / atOnce }, (_, nth) =>
    entries.slice(nth * atOnce, (nth + 1) * atOnce),
  );
  const writeOn = async () => {
    for (let part = parts.shift(); part; part = parts.shift())
      ids.push(...(await store.log.append(part)).map(({ id }) => id));
  };
  await Promise.all(Array.from({ length: writers }, writeOn));
  const perSecond = Math.round((records / (performance.now() - began)) * 1000);
  done.abort();
  const pagesRead = (await Promise.all(reading)).reduce((sum, pages) => sum + pages, 0);
  const { worstBusyMs } = gaps.stop();
  const found = await store.log.count();
  const sampled = await Promise.all(ids.filter((_, at) => at % 100 === 0).map((id) => store.log.get(id)));
  const lost = before + records - found + sampled.filter((record) => record === undefined).length;
  return { perSecond, pagesRead, lost, worstBusyMs };
}

async function readOn(store: Store, nth: number, signal: AbortSignal): Promise<number> {
  let pages = 0;
  for (let at = nth; !signal.aborted; at += clients) {
    const condition = conditionInWords(asked[at % asked.length] ?? '', logFields);
    await store.reader.log.page({ condition, zone: 'UTC', nowMs: Date.now() }, { limit: 100 });
    pages += 1;
  }
  return pages;
}

/** One prepared INSERT, the same columns and indexes, as many in a transaction, the same settings. */
function bareCopy(directory: string) {
  const copy = join(directory, '..', 'copy.db');
  copyFileSync(join(directory, 'mailprobe.db'), copy);
  const db = connect(copy);
  const insert = db.prepare('INSERT INTO log VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  const last = db.prepare('SELECT max(seq) AS n FROM log');
  return {
    rate(entries: readonly LogEntry[]): number {
      let seq = Number(last.get()?.['n']);
      const began = performance.now();
      for (let at = 0; at < entries.length; at += atOnce) {
        db.exec('BEGIN IMMEDIATE');
        for (const entry of entries.slice(at, at + atOnce)) insert.run(...columnsOf(entry, (seq += 1)));
        db.exec('COMMIT');
      }
      return Math.round((entries.length / (performance.now() - began)) * 1000);
    },
    [Symbol.dispose]() {
      db.close();
      for (const end of ['', '-wal', '-shm']) rmSync(copy + end, { force: true });
    },
  };
}

function columnsOf({ message, accountId, testId, createdAt, level }: LogEntry, seq: number) {
  const ids = [accountId, testId].map((id) => (id === undefined ? null : BigInt(id)));
  const [account = null, test = null] = ids;
  return [
    seq,
    BigInt(seq),
    Date.parse(createdAt),
    logLevels.indexOf(level),
    message,
    foldedColumn(message),
    account,
    test,
  ] as const;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Limits on a machine that does nothing else. */
export function promisedOfInserts({ ratio, lost }: Awaited<ReturnType<typeof measureInserts>>): Promised[] {
  return [
    { what: 'inserts beside four readers, part of bare ones', figure: ratio, atLeast: 0.5 },
    { what: 'records lost', figure: lost, atMost: 0 },
  ];
}
