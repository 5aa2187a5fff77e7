import type { DatabaseSync } from 'node:sqlite';
import type { Id } from '../../shared/id.ts';
import type { LogRecord } from '../../shared/log.ts';
import { type LogBatch, type LogEntry, logBatch, numberedRecords } from './log-batch.ts';
import { logInsert } from './log-insert.ts';
import { logColumns, logRecord, logWithClass } from './log-row.ts';
import { recordSequence } from './record-sequence.ts';
import type { Row } from './rows.ts';
import type { Transactions } from './transactions.ts';

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
  newId: (many: number) => Id;
  transactions: Transactions;
}

/** The Main Log (contract §3), written, and read where no condition is asked. Its own order is the order of time. */
export function logTable({ db, newId, transactions: { write } }: Parts) {
  const insert = logInsert(db);
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
      return numberedRecords(entries, appendBatch(logBatch(entries)));
    },

    appendBatch,

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

  /** As `append`, of what was accepted already; the id of the first, from which the others count on. */
  function appendBatch(batch: LogBatch): Id {
    return write(() => {
      const first = newId(batch.messages.length);
      insert(batch, first);
      return first;
    }, 'droppable');
  }

  function rows(only: PageRequest['only'], below: number, most: number): Row[] {
    if (!only) return anyPage.all(below, most);
    if ('accountId' in only) return accountPage.all(BigInt(only.accountId), below, most);
    return testPage.all(BigInt(only.testId), below, most);
  }
}
