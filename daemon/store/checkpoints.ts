import type { DatabaseSync } from 'node:sqlite';

/** So many pages of the write-ahead log wait to be copied into the file. */
const pages = 1_000;
/** A log that has grown longer, since readers were in the way each time, is tried oftener. */
const long = 4_000;
const pagesOfLong = 100;

/**
 * What brings the write-ahead log into the file; to be called after each commit. SQLite's own way counts all pages of
 * that log: while readers keep it from beginning anew, it would try after every commit, with two syncs each time.
 */
export function checkpoints(db: DatabaseSync): () => void {
  db.exec('PRAGMA wal_autocheckpoint = 0');
  const state = db.prepare('PRAGMA wal_checkpoint(NOOP)');
  const begin = db.prepare('PRAGMA wal_checkpoint(PASSIVE)');
  return () => {
    try {
      const { log, checkpointed } = state.get() ?? {};
      const waiting = Number(log) - Number(checkpointed);
      if (waiting >= (Number(log) < long ? pages : pagesOfLong)) begin.get();
    } catch {
      // What was committed is in the log, which is on disk: on a full disk it stays there until there is room.
    }
  };
}
