import type { DatabaseSync } from 'node:sqlite';
import { testLetterMinutes } from '../../shared/test-letter-minutes.ts';
import { queued, unsent } from './queued-letters.ts';
import type { Transactions } from './transactions.ts';

interface Parts {
  db: DatabaseSync;
  transactions: Transactions;
}

/** One that was held back at its last try waits as long as any that is held back. */
const heldMs = 60_000;

/** Dates of waiting letters that no clock of now would set: it ran ahead when they were set. */
export function bringForward({ db, transactions: { write } }: Parts) {
  const next = '(:now + coalesce((SELECT value FROM json_each(:waits) WHERE key = attempts), :held))';
  const until = '(:now + :test_ms)';
  const isAhead = `${unsent} AND status = 'Ready' AND (next_attempt_at > ${next} OR tried_until > ${until})`;
  const any = db.prepare(`SELECT 1 FROM ${queued} WHERE ${isAhead} LIMIT 1`);
  // The least of NULL and anything is NULL.
  const change = db.prepare(
    `UPDATE ${queued} SET next_attempt_at = min(next_attempt_at, ${next}), tried_until = min(tried_until, ${until})
     WHERE ${isAhead}`,
  );

  /** `waitsMs`: how long a letter waits at most after so many tries. Tells whether there was one. */
  return (nowMs: number, waitsMs: readonly number[]): boolean => {
    const values = {
      now: nowMs,
      held: heldMs,
      waits: JSON.stringify(waitsMs),
      test_ms: testLetterMinutes * 60_000,
    };
    if (!any.get(values)) return false;
    return write(() => change.run(values)).changes > 0;
  };
}
