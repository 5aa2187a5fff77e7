import type { DatabaseSync } from 'node:sqlite';
import type { Id } from '../../shared/id.ts';
import { LogRecord } from '../../shared/log.ts';
import { logBlockRecords } from './log-blocks.ts';
import { logClasses } from './log-classes.ts';
import { foldedColumn, logColumns, logRecord, logWithClass } from './log-row.ts';
import { recordSequence } from './record-sequence.ts';
import { type Row, acceptedValue } from './rows.ts';
import type { Transactions } from './transactions.ts';

/** A record before it has its id. */
export type LogEntry = Omit<LogRecord, 'id'>;

export interface PageRequest {
  /** The id of the last record of the page before; the newest page when left out. */
  before?: Id | undefined;
  /** At most 500. */
  limit: number;
  /** Of one account alone, or of one test. */
  only?: { accountId: Id } | { testId: Id } | undefined;
}

const longestPage = 500;

interface Parts {
  db: DatabaseSync;
  newId: () => Id;
  transactions: Transactions;
}

/** The Main Log (contract §3), written, and read where no condition is asked. Its own order is the order of time. */
export function logTable({ db, newId, transactions: { write } }: Parts) {
  const insert = db.prepare(
    `INSERT INTO log (seq, id, created_at, class, message, folded, account_id, test_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  // The index must not hold a number that another record had.
  const newest = db.prepare(
    'SELECT max(coalesce((SELECT max(seq) FROM log), 0), indexed_up_to) AS seq FROM log_search_state',
  );
  const widenBlock = db.prepare(
    `INSERT INTO log_blocks VALUES (?1, ?2, ?3) ON CONFLICT (block)
     DO UPDATE SET oldest = min(oldest, ?2), newest = max(newest, ?3)`,
  );
  const classes = logClasses(db);
  const sequence = recordSequence(db, 'log');
  // Keyset pages: an OFFSET would walk over all it skips.
  const page = (where: string) =>
    db.prepare(
      `SELECT ${logColumns} FROM log ${logWithClass} WHERE ${where} seq < ? ORDER BY seq DESC LIMIT ?`,
    );
  const anyPage = page('');
  const accountPage = page('account_id = ? AND');
  const testPage = page('test_id = ? AND');
  const one = db.prepare(`SELECT ${logColumns} FROM log ${logWithClass} WHERE seq = ? AND log.id = ?`);
  const count = db.prepare('SELECT count(*) AS n FROM log');

  return {
    /** All of them in one transaction, in this order. */
    append(entries: readonly LogEntry[]): LogRecord[] {
      return write(() => {
        const records = entries.map((entry) => acceptedValue(LogRecord, { ...entry, id: newId() }));
        insertAll(records);
        return records;
      }, 'droppable');
    },

    /** Newest first. */
    page({ before, limit, only }: PageRequest): LogRecord[] {
      const below = before === undefined ? Number.MAX_SAFE_INTEGER : sequence.from(before);
      const most = Math.min(Math.max(1, Math.trunc(limit)), longestPage);
      return rows(only, below, most).map(logRecord);
    },

    get(id: Id): LogRecord | undefined {
      const row = one.get(sequence.from(id), BigInt(id));
      return row && logRecord(row);
    },

    count: (): number => Number(count.get()?.['n']),
  };

  function insertAll(records: readonly LogRecord[]): void {
    const ofClass = classes.count(records);
    const first = Number(newest.get()?.['seq']) + 1;
    const blocks = new Map<number, { oldest: number; newest: number }>();
    for (const [at, record] of records.entries()) {
      const seq = first + at;
      const createdAt = Date.parse(record.createdAt);
      insert.run(seq, BigInt(record.id), createdAt, ofClass[at] ?? 0, ...ownColumns(record));
      const block = Math.floor(seq / logBlockRecords);
      const known = blocks.get(block) ?? { oldest: createdAt, newest: createdAt };
      blocks.set(block, {
        oldest: Math.min(known.oldest, createdAt),
        newest: Math.max(known.newest, createdAt),
      });
    }
    for (const [block, span] of blocks) widenBlock.run(block, span.oldest, span.newest);
  }

  function rows(only: PageRequest['only'], below: number, most: number): Row[] {
    if (!only) return anyPage.all(below, most);
    if ('accountId' in only) return accountPage.all(BigInt(only.accountId), below, most);
    return testPage.all(BigInt(only.testId), below, most);
  }
}

function ownColumns({ message, accountId, testId }: LogRecord) {
  return [
    message,
    foldedColumn(message),
    accountId === undefined ? null : BigInt(accountId),
    testId === undefined ? null : BigInt(testId),
  ] as const;
}
