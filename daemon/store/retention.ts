import type { DatabaseSync } from 'node:sqlite';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { logBlockRecords } from './log-blocks.ts';
import { searchRemoval } from './log-search.ts';
import type { Transactions } from './transactions.ts';

const recordsInAStep = 500;
const dayMs = 86_400_000;

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
  const surplus = db.prepare('SELECT seq FROM log ORDER BY seq DESC LIMIT 1 OFFSET ?');
  const newestSurplus = Number(surplus.get(records)?.['seq'] ?? 0);
  const step = trimStep(db, { oldest: nowMs - days * dayMs, surplus: newestSurplus });
  let deleted = 0;
  for (let after = 0; ;) {
    const from = after;
    const done = write(() => step(from));
    deleted += done.deleted;
    // One that a clock dated wrongly does not keep those behind it.
    after = done.last;
    if (done.read < recordsInAStep) return deleted;
    await nextTurn();
    // The daemon stops: the rest is for its next start.
    if (!db.isOpen) return deleted;
  }
}

/** One step behind a number, for use inside a transaction: how many it looked at and deleted, and the last of them. */
function trimStep(db: DatabaseSync, { oldest, surplus }: { oldest: number; surplus: number }) {
  const next = db.prepare(
    `SELECT seq, class, created_at < ? OR seq <= ? AS goes FROM log WHERE seq > ? ORDER BY seq LIMIT ${recordsInAStep}`,
  );
  const removeFromSearch = searchRemoval(db);
  const remove = db.prepare('DELETE FROM log WHERE seq IN (SELECT value FROM json_each(?))');
  const count = db.prepare('UPDATE log_classes SET records = records - ? WHERE id = ?');
  const forgetClasses = db.prepare('DELETE FROM log_classes WHERE records = 0');
  const forgetBlocks = db.prepare(
    `DELETE FROM log_blocks WHERE block < coalesce((SELECT min(seq) FROM log), 0) / ${logBlockRecords}`,
  );
  return (after: number): { read: number; deleted: number; last: number } => {
    const rows = next.all(oldest, surplus, after);
    const gone = rows.filter((row) => row['goes'] === 1);
    const numbers = JSON.stringify(gone.map((row) => row['seq']));
    removeFromSearch(numbers);
    remove.run(numbers);
    for (const [id, ofClass] of Map.groupBy(gone, (row) => Number(row['class'])))
      count.run(ofClass.length, id);
    forgetClasses.run();
    forgetBlocks.run();
    return { read: rows.length, deleted: gone.length, last: Number(rows.at(-1)?.['seq'] ?? after) };
  };
}
