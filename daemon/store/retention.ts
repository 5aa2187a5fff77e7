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
  const step = trimStep(db, { oldest: nowMs - days * dayMs, surplus: newestSurplus(db, records) });
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

/** The newest record that there is no room for; 0 where there is room for all. */
function newestSurplus(db: DatabaseSync, records: number): number {
  const all = Number(db.prepare('SELECT sum(records) AS n FROM log_classes').get()?.['n'] ?? 0);
  if (all <= records) return 0;
  // From the end that is nearer: every number on the way is read.
  const [order, offset] = all < 2 * records ? ['ASC', all - records - 1] : ['DESC', records];
  const row = db.prepare(`SELECT seq FROM log ORDER BY seq ${order} LIMIT 1 OFFSET ?`).get(offset);
  return Number(row?.['seq'] ?? 0);
}

/** One step behind a number, for use inside a transaction: how many it looked at and deleted, and the last of them. */
function trimStep(db: DatabaseSync, { oldest, surplus }: { oldest: number; surplus: number }) {
  // Blocks of which nothing goes are not read.
  const nextBlock = db.prepare(
    `SELECT min(block) AS block FROM log_blocks
     WHERE block >= ? AND (oldest < ? OR max(1, block * ${logBlockRecords}) <= ?)`,
  );
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
    const block = nextBlock.get(Math.floor((after + 1) / logBlockRecords), oldest, surplus)?.['block'];
    const from = Math.max(after, Number(block) * logBlockRecords - 1);
    const rows = typeof block === 'number' ? next.all(oldest, surplus, from) : [];
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
