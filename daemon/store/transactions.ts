import type { DatabaseSync } from 'node:sqlite';
import { checkpoints } from './checkpoints.ts';
import { commit } from './commit.ts';
import { reserveOf } from './reserve.ts';
import { StoreError } from './store-error.ts';
import { texts } from './texts.ts';

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

const lookAgainMs = 2000;

export function transactions(db: DatabaseSync): Transactions {
  const reserve = reserveOf(db);
  const checkpoint = checkpoints(db);
  let full = false;

  function write<T>(change: () => T, importance?: 'droppable'): T {
    if (full && importance === 'droppable') throw logPaused();
    try {
      return committed(change);
    } catch (error) {
      if (!isFull(error)) throw error;
      waitForRoom();
      if (importance === 'droppable' || !reserve.giveUp()) throw error;
      return committed(change);
    }
  }

  function committed<T>(change: () => T): T {
    const result = commit(db, change);
    checkpoint();
    return result;
  }

  function waitForRoom(): void {
    if (full) return;
    full = true;
    const timer = setInterval(() => {
      // Closed meanwhile: nobody waits any more.
      if (db.isOpen && !reserve.take()) return;
      clearInterval(timer);
      full = false;
    }, lookAgainMs);
    timer.unref();
  }

  if (!reserve.take()) waitForRoom();
  return {
    write,
    get full() {
      return full;
    },
  };
}

function isFull(error: unknown): boolean {
  return error instanceof StoreError && error.kind === 'disk_full';
}

function logPaused(): StoreError {
  return new StoreError('disk_full', texts.logPaused);
}
