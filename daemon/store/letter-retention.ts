import type { DatabaseSync } from 'node:sqlite';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { lastOutdated } from './outdated.ts';
import type { Keep } from './retention.ts';
import type { Transactions } from './transactions.ts';

const lettersInAStep = 100;

/**
 * Deletes letters that are kept no longer, oldest first, in steps that let other requests in between; never one that is
 * still to be sent. Tells how many.
 */
export async function trimLetters(
  { db, transactions: { write } }: { db: DatabaseSync; transactions: Transactions },
  { days, records }: Keep,
  nowMs = Date.now(),
): Promise<number> {
  const surplus = db.prepare('SELECT seq FROM letters ORDER BY seq DESC LIMIT 1 OFFSET ?');
  const newestSurplus = Number(surplus.get(records)?.['seq'] ?? 0);
  const last = Math.max(newestSurplus, lastOutdated(db, 'letters', days, nowMs));
  const next = db.prepare(
    `SELECT seq FROM letters WHERE seq <= ? AND NOT (direction = 'outgoing' AND status IN ('Ready', 'In Process'))
     ORDER BY seq LIMIT ${lettersInAStep}`,
  );
  const remove = db.prepare('DELETE FROM letters WHERE seq = ?');
  for (let deleted = 0; ;) {
    const gone = next.all(last);
    if (gone.length > 0) write(() => gone.forEach(({ seq = null }) => remove.run(seq)));
    deleted += gone.length;
    if (gone.length < lettersInAStep) return deleted;
    await nextTurn();
    // The daemon stops: the rest is for its next start.
    if (!db.isOpen) return deleted;
  }
}
