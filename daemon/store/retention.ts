import type { DatabaseSync } from 'node:sqlite';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Transactions } from './transactions.ts';

const recordsInAStep = 500;
const dayMs = 86_400_000;

export interface Keep {
  days: number;
  records: number;
}

/** Deletes what the log keeps no longer, oldest first, in steps that let other requests in between. Tells how many. */
export async function trimLog(
  { db, transactions: { write } }: { db: DatabaseSync; transactions: Transactions },
  { days, records }: Keep,
  nowMs = Date.now(),
): Promise<number> {
  const surplus = db.prepare('SELECT CAST(id AS TEXT) AS id FROM log ORDER BY log.id DESC LIMIT 1 OFFSET ?');
  const step = db.prepare(
    `DELETE FROM log WHERE id IN (SELECT id FROM log ORDER BY id LIMIT ${recordsInAStep})
     AND (created_at < :oldest OR id <= :surplus)`,
  );
  const newestSurplus = BigInt(String(surplus.get(records)?.['id'] ?? 0));
  const oldest = nowMs - days * dayMs;
  let deleted = 0;
  for (;;) {
    const { changes } = write(() => step.run({ oldest, surplus: newestSurplus }));
    deleted += Number(changes);
    if (Number(changes) < recordsInAStep) return deleted;
    await nextTurn();
    // The daemon stops: the rest is for its next start.
    if (!db.isOpen) return deleted;
  }
}
