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

const records = 60_000;
const atOnce = 500;
const clients = 4;
/** As several tests do that run at once: one's records are on their way while another's are written. */
const writers = 2;

/** Inserts through the store while four clients read page after page, beside bare inserts into a copy of the same table. */
export async function measureInserts(directory: string) {
  const entries = [...generatedRecords(records, { endMs: Date.now(), everyMs: 10, seed: 2 })];
  const bare = bareRate(directory, entries);
  using lock = lockDataDirectory(directory);
  await using store = await openStore(lock);
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
  const figures = {
    perSecond,
    barePerSecond: bare,
    ratio: rounded(perSecond / bare),
    pagesRead,
    lost,
    worstBusyMs,
  };
  console.table([figures]);
  return figures;
}

async function readOn(store: Store, nth: number, signal: AbortSignal): Promise<number> {
  let pages = 0;
  for (let at = nth; !signal.aborted; at += clients) {
    const condition = conditionInWords(benchConditions[at % benchConditions.length] ?? '', logFields);
    await store.reader.log.page({ condition, zone: 'UTC', nowMs: Date.now() }, { limit: 100 });
    pages += 1;
  }
  return pages;
}

/** One prepared INSERT, the same columns and indexes, as many in a transaction, the same settings. */
function bareRate(directory: string, entries: readonly LogEntry[]): number {
  const copy = join(directory, '..', 'copy.db');
  copyFileSync(join(directory, 'mailprobe.db'), copy);
  try {
    using db = connect(copy);
    const insert = db.prepare('INSERT INTO log VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
    const next = Number(db.prepare('SELECT max(seq) AS n FROM log').get()?.['n']) + 1;
    const began = performance.now();
    for (let at = 0; at < entries.length; at += atOnce) {
      db.exec('BEGIN IMMEDIATE');
      for (const [n, { message, accountId, testId, createdAt, level }] of entries
        .slice(at, at + atOnce)
        .entries()) {
        const seq = next + at + n;
        const ids = [accountId, testId].map((id) => (id === undefined ? null : BigInt(id)));
        const [account = null, test = null] = ids;
        insert.run(
          seq,
          BigInt(seq),
          Date.parse(createdAt),
          logLevels.indexOf(level),
          message,
          foldedColumn(message),
          account,
          test,
        );
      }
      db.exec('COMMIT');
    }
    return Math.round((entries.length / (performance.now() - began)) * 1000);
  } finally {
    for (const end of ['', '-wal', '-shm']) rmSync(copy + end, { force: true });
  }
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
