import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { Id } from '../../shared/id.ts';
import type { LogBatch } from './log-batch.ts';
import { logBlockRecords } from './log-blocks.ts';
import { logClasses } from './log-classes.ts';

const columns = 8;
/** Rows of one INSERT: a statement for each row took twice as long. */
const rowsAtOnce = 50;

/** Writes a batch under ids that follow one another from the first. For use inside a transaction. */
export function logInsert(db: DatabaseSync): (batch: LogBatch, firstId: Id) => void {
  const one = insertOf(db, 1);
  const many = insertOf(db, rowsAtOnce);
  // The index must not hold a number that another record had.
  const newest = db.prepare(
    'SELECT max(coalesce((SELECT max(seq) FROM log), 0), indexed_up_to) AS seq FROM log_search_state',
  );
  const widenBlock = db.prepare(
    `INSERT INTO log_blocks VALUES (?1, ?2, ?3) ON CONFLICT (block)
     DO UPDATE SET oldest = min(oldest, ?2), newest = max(newest, ?3)`,
  );
  const classes = logClasses(db);

  return (batch, firstId) => {
    const { createdAt, classOf, messages, folded, accounts, tests } = batch;
    const ids = classes.count(batch);
    const first = Number(newest.get()?.['seq']) + 1;
    let id = BigInt(firstId);
    let values: SQLInputValue[] = [];
    for (const [at, message] of messages.entries()) {
      const [account = 0n, test = 0n] = [accounts[at], tests[at]];
      values.push(
        first + at,
        id++,
        createdAt[at] ?? 0,
        ids[classOf[at] ?? 0] ?? 0,
        message,
        folded[at] ?? null,
        account === 0n ? null : account,
        test === 0n ? null : test,
      );
      if (values.length < rowsAtOnce * columns) continue;
      many.run(...values);
      values = [];
    }
    for (let at = 0; at < values.length; at += columns) one.run(...values.slice(at, at + columns));
    widen(first, createdAt);
  };

  function widen(first: number, createdAt: Float64Array): void {
    for (let at = 0; at < createdAt.length;) {
      const block = Math.floor((first + at) / logBlockRecords);
      const times = createdAt.subarray(at, (block + 1) * logBlockRecords - first);
      widenBlock.run(block, Math.min(...times), Math.max(...times));
      at += times.length;
    }
  }
}

function insertOf(db: DatabaseSync, rows: number) {
  const values = Array.from({ length: rows }, () => '(?, ?, ?, ?, ?, ?, ?, ?)').join(', ');
  return db.prepare(
    `INSERT INTO log (seq, id, created_at, class, message, folded, account_id, test_id) VALUES ${values}`,
  );
}
