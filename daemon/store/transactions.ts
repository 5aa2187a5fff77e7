import type { DatabaseSync } from 'node:sqlite';
import { typedSqliteError } from './sqlite-error.ts';
import { StoreError } from './store-error.ts';

/** The one way to write: what `write` returns is on disk. */
export interface Transactions {
  /**
   * All of it or nothing. On a full disk it throws StoreError `disk_full`; what may be dropped is then
   * refused at once until there is room again, the rest is given the reserve and tried.
   */
  write: <T>(change: () => T, importance?: 'droppable') => T;
  /** The disk is full: reading works, the log is not written. */
  readonly full: boolean;
}

const reserveBytes = 64 * 1024;
const lookAgainMs = 2000;

export function transactions(db: DatabaseSync): Transactions {
  let full = false;

  function write<T>(change: () => T, importance?: 'droppable'): T {
    if (full && importance === 'droppable') throw logPaused();
    try {
      return commit(db, change);
    } catch (error) {
      if (!isFull(error)) throw error;
      waitForRoom();
      if (importance === 'droppable' || !givesUpReserve(db)) throw error;
      return commit(db, change);
    }
  }

  function waitForRoom(): void {
    if (full) return;
    full = true;
    const timer = setInterval(() => {
      if (!takesReserve(db)) return;
      clearInterval(timer);
      full = false;
    }, lookAgainMs);
    timer.unref();
  }

  if (!takesReserve(db)) waitForRoom();
  return {
    write,
    get full() {
      return full;
    },
  };
}

function commit<T>(db: DatabaseSync, change: () => T): T {
  try {
    db.exec('BEGIN IMMEDIATE');
    const result = change();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    // SQLite may have rolled back by itself.
    if (db.isTransaction) db.exec('ROLLBACK');
    throw typedSqliteError(error);
  }
}

/** A new reserve in place of the old one: only a real write tells whether there is room. */
function takesReserve(db: DatabaseSync): boolean {
  try {
    commit(db, () => db.exec(`INSERT INTO reserve VALUES (zeroblob(${reserveBytes}))`));
    commit(db, () => db.exec('DELETE FROM reserve WHERE rowid < (SELECT max(rowid) FROM reserve)'));
    return true;
  } catch {
    return false;
  }
}

function givesUpReserve(db: DatabaseSync): boolean {
  try {
    commit(db, () => db.exec('DELETE FROM reserve'));
    return true;
  } catch {
    return false;
  }
}

function isFull(error: unknown): boolean {
  return error instanceof StoreError && error.kind === 'disk_full';
}

function logPaused(): StoreError {
  return new StoreError('disk_full', 'The disk is full: the log is not written until there is room again.');
}
