import type { DatabaseSync } from 'node:sqlite';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { logBlockRecords } from './log-blocks.ts';
import { searchRemoval } from './log-search.ts';
import { lastOutdated } from './outdated.ts';
import type { Transactions } from './transactions.ts';

const recordsInAStep = 500;

export interface Keep {
  days: number;
  records: number;
}

/**
 * Deletes what the log keeps no longer, oldest first, in steps that let other requests in between. Tells how many.
 */
export async function trimLog(
  { db, transactions: { write } }: { db: DatabaseSync; transactions: Transactions },
  { days, records }: Keep,
  nowMs = Date.now(),
): Promise<number> {
  const last = Math.max(newestSurplus(db, records), lastOutdated(db, 'log', days, nowMs));
  const step = trimStep(db, last);
  for (let deleted = 0; ;) {
    const gone = last === 0 ? 0 : write(step);
    deleted += gone;
    if (gone < recordsInAStep) return deleted;
    await nextTurn();
    // The daemon stops: the rest is for its next start.
    if (!db.isOpen) return deleted;
  }
}

/** The newest record that there is no room for; 0 where there is room for all. */
function newestSurplus(db: DatabaseSync, records: number): number {
  const all = Number(db.prepare('SELECT sum(records) AS n FROM log_classes').get()?.['n'] ?? 0);
  if (all <= records) return 0;
  // From the end that is nearer: every number on the way is read.
  const [order, offset] = all < 2 * records ? ['ASC', all - records - 1] : ['DESC', records];
  const row = db.prepare(`SELECT seq FROM log ORDER BY seq ${order} LIMIT 1 OFFSET ?`).get(offset);
  return Number(row?.['seq'] ?? 0);
}

/** One step towards a number, for use inside a transaction: how many it deleted. */
function trimStep(db: DatabaseSync, last: number) {
  const next = db.prepare(`SELECT seq, class FROM log WHERE seq <= ? ORDER BY seq LIMIT ${recordsInAStep}`);
  const removeFromSearch = searchRemoval(db);
  const remove = db.prepare('DELETE FROM log WHERE seq IN (SELECT value FROM json_each(?))');
  const count = db.prepare('UPDATE log_classes SET records = records - ? WHERE id = ?');
  const forgetClasses = db.prepare('DELETE FROM log_classes WHERE records = 0');
  const forgetBlocks = db.prepare(
    `DELETE FROM log_blocks WHERE block < coalesce((SELECT min(seq) FROM log), 0) / ${logBlockRecords}`,
  );
  return (): number => {
    const gone = next.all(last);
    const numbers = JSON.stringify(gone.map((row) => row['seq']));
    removeFromSearch(numbers);
    remove.run(numbers);
    for (const [id, ofClass] of Map.groupBy(gone, (row) => Number(row['class'])))
      count.run(ofClass.length, id);
    forgetClasses.run();
    forgetBlocks.run();
    return gone.length;
  };
}
