import type { DatabaseSync } from 'node:sqlite';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { searchText } from './log-search-text.ts';
import type { Transactions } from './transactions.ts';

const recordsInAStep = 500;
/** So many new records may wait while others are written: each query reads through them in some milliseconds. */
const mostWaiting = 50_000;

export interface LogSearch {
  /** Adds what is new to the search index, in steps that let requests in between; stops where `busy` says so. */
  fill(busy?: () => boolean): Promise<void>;
}

/** The search index of the Main Log. Never filled by a trigger: that made every insert ten times slower. */
export function logSearch({
  db,
  transactions: { write },
}: {
  db: DatabaseSync;
  transactions: Transactions;
}): LogSearch {
  const state = db.prepare(
    'SELECT indexed_up_to AS done, (SELECT max(seq) FROM log) AS last FROM log_search_state',
  );
  const add = db.prepare(
    `INSERT INTO log_search (rowid, text) SELECT seq, ${searchText} FROM log WHERE seq > ? AND seq <= ?`,
  );
  const remember = db.prepare('UPDATE log_search_state SET indexed_up_to = ?');

  function waiting(): { done: number; last: number } {
    const row = state.get();
    return { done: Number(row?.['done']), last: Number(row?.['last'] ?? 0) };
  }

  return {
    async fill(busy = () => false) {
      for (;;) {
        // The daemon stops: the rest is for its next start.
        if (!db.isOpen) return;
        const { done, last } = waiting();
        if (done >= last || (busy() && last - done < mostWaiting)) return;
        const to = Math.min(done + recordsInAStep, last);
        write(() => {
          add.run(done, to);
          remember.run(to);
        }, 'droppable');
        await nextTurn();
      }
    },
  };
}

/** For retention, inside its transaction: takes these numbers (JSON) out of the search index, before their rows go. */
export function searchRemoval(db: DatabaseSync): (numbers: string) => void {
  // An index without texts must be told again what it holds.
  const remove = db.prepare(
    `INSERT INTO log_search (log_search, rowid, text) SELECT 'delete', seq, ${searchText} FROM log
     WHERE seq IN (SELECT value FROM json_each(?)) AND seq <= (SELECT indexed_up_to FROM log_search_state)`,
  );
  return (numbers) => void remove.run(numbers);
}
