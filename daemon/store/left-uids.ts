import type { DatabaseSync } from 'node:sqlite';
import type { UidRange } from '../uids.ts';

/** UIDs of IMAP mailboxes that have no letter on record; for use inside a transaction. */
export function leftUids(db: DatabaseSync) {
  const ranges = db.prepare('SELECT first, last FROM left_uids WHERE account_id = ? ORDER BY first');
  const leave = db.prepare(
    `INSERT INTO left_uids (account_id, first, last) VALUES (:id, :first, :last)
     ON CONFLICT DO UPDATE SET last = max(last, :last)`,
  );
  const close = db.prepare('DELETE FROM left_uids WHERE account_id = ? AND first >= ?');
  const shorten = db.prepare(
    'UPDATE left_uids SET last = :from - 1 WHERE account_id = :id AND last >= :from',
  );
  const missed = db.prepare('SELECT uid FROM missed_uids WHERE account_id = ? ORDER BY uid');
  const miss = db.prepare('INSERT OR IGNORE INTO missed_uids (account_id, uid) VALUES (?, ?)');
  const found = db.prepare('DELETE FROM missed_uids WHERE account_id = ? AND uid = ?');
  const forgetLeft = db.prepare('DELETE FROM left_uids WHERE account_id = ?');
  const forgetMissed = db.prepare('DELETE FROM missed_uids WHERE account_id = ?');

  return {
    /** Left as older than what was fetched, rising. */
    ranges: (id: bigint): UidRange[] =>
      ranges.all(id).map((row) => ({ first: Number(row['first']), last: Number(row['last']) })),

    leave: (id: bigint, { first, last }: UidRange): void => void leave.run({ id, first, last }),

    /** All that were left from this UID on are dealt with. */
    dealtFrom(id: bigint, uid: number): void {
      close.run(id, uid);
      shorten.run({ id, from: uid });
    },

    /** Listed by the server, and not given. */
    missed: (id: bigint): number[] => missed.all(id).map((row) => Number(row['uid'])),
    miss: (id: bigint, uid: number): void => void miss.run(id, uid),
    found: (id: bigint, uid: number): void => void found.run(id, uid),

    /** The numbers begin anew. */
    forget(id: bigint): void {
      forgetLeft.run(id);
      forgetMissed.run(id);
    },
  };
}
