import type { DatabaseSync } from 'node:sqlite';
import type { Transactions } from './transactions.ts';

const dayMs = 86_400_000;

/**
 * Notes that the clock was there; what is ahead of it was noted by one that ran ahead. Of all that is a day old the newest is
 * enough to prove that a day has passed.
 */
export function noteClock(
  { db, transactions: { write } }: { db: DatabaseSync; transactions: Transactions },
  nowMs = Date.now(),
): void {
  write(() => {
    db.prepare('DELETE FROM clock_seen WHERE at > ?').run(nowMs);
    db.prepare('INSERT OR IGNORE INTO clock_seen (at) VALUES (?)').run(nowMs);
    db.prepare('DELETE FROM clock_seen WHERE at < (SELECT max(at) FROM clock_seen WHERE at <= ?)').run(
      nowMs - dayMs,
    );
  }, 'droppable');
}
