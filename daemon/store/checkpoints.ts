import type { DatabaseSync } from 'node:sqlite';

/** So many pages of the write-ahead log wait to be copied into the file. */
const pages = 1_000;
/** A log that has grown longer, since readers were in the way each time, is tried oftener. */
const long = 4_000;
const pagesOfLong = 100;

/**
 * What brings the write-ahead log into the file; to be called after each commit. SQLite's own way counts all pages of
 * that log: while readers keep it from beginning anew, it would try after every commit, with two syncs each time. An SQLite
 * that does not tell how much waits, as the first ones of Node 24, keeps its own way.
 */
export function checkpoints(db: DatabaseSync, sqlite = process.versions.sqlite): () => void {
  if (!tellsWhatWaits(sqlite)) return () => {};
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

/** Before 3.51 NOOP is taken for PASSIVE, and each look would copy and sync. */
function tellsWhatWaits(sqlite: string | undefined): boolean {
  const [major = 0, minor = 0] = (sqlite ?? '').split('.').map(Number);
  return major > 3 || (major === 3 && minor >= 51);
}
