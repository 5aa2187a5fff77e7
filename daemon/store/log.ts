import type { DatabaseSync } from 'node:sqlite';
import type { Id } from '../../shared/id.ts';
import { LogRecord, logLevels } from '../../shared/log.ts';
import { type Row, acceptedValue, isoTime, parsedRow } from './rows.ts';
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
const columns = `CAST(id AS TEXT) AS id, created_at, source, level, message, username,
  CAST(created_by AS TEXT) AS created_by, CAST(account_id AS TEXT) AS account_id, CAST(test_id AS TEXT) AS test_id`;

interface Parts {
  db: DatabaseSync;
  newId: () => Id;
  transactions: Transactions;
}

/** The Main Log (contract §3). Its own order is the order of time. */
export function logTable({ db, newId, transactions: { write } }: Parts) {
  const insert = db.prepare(
    `INSERT INTO log (id, created_at, source, level, message, username, created_by, account_id, test_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  // Keyset pages: an OFFSET would walk over all it skips. `log.id`, since `id` alone is the text of the answer,
  // and to sort by that all rows are read.
  const page = (where: string) =>
    db.prepare(`SELECT ${columns} FROM log WHERE ${where} log.id < ? ORDER BY log.id DESC LIMIT ?`);
  const anyPage = page('');
  const accountPage = page('account_id = ? AND');
  const testPage = page('test_id = ? AND');
  const one = db.prepare(`SELECT ${columns} FROM log WHERE log.id = ?`);
  const count = db.prepare('SELECT count(*) AS n FROM log');

  return {
    /** All of them in one transaction, in this order. */
    append(entries: readonly LogEntry[]): LogRecord[] {
      return write(() => {
        const records = entries.map((entry) => acceptedValue(LogRecord, { ...entry, id: newId() }));
        for (const record of records) insert.run(...logRow(record));
        return records;
      }, 'droppable');
    },

    /** Newest first. */
    page({ before, limit, only }: PageRequest): LogRecord[] {
      const below = before === undefined ? lastId : BigInt(before);
      const most = Math.min(Math.max(1, Math.trunc(limit)), longestPage);
      return rows(only, below, most).map(logRecord);
    },

    get(id: Id): LogRecord | undefined {
      const row = one.get(BigInt(id));
      return row && logRecord(row);
    },

    count: (): number => Number(count.get()?.['n']),
  };

  function rows(only: PageRequest['only'], below: bigint, most: number): Row[] {
    if (!only) return anyPage.all(below, most);
    if ('accountId' in only) return accountPage.all(BigInt(only.accountId), below, most);
    return testPage.all(BigInt(only.testId), below, most);
  }
}

const lastId = 2n ** 63n - 1n;

function logRow({
  id,
  createdAt,
  source,
  level,
  message,
  username,
  createdBy,
  accountId,
  testId,
}: LogRecord) {
  return [
    BigInt(id),
    Date.parse(createdAt),
    source,
    // As a number, so that "at least Warning" is a comparison.
    logLevels.indexOf(level),
    message,
    username,
    BigInt(createdBy),
    accountId === undefined ? null : BigInt(accountId),
    testId === undefined ? null : BigInt(testId),
  ] as const;
}

function logRecord(row: Row): LogRecord {
  const { id, source, level, message, username, account_id: accountId, test_id: testId } = row;
  const value = {
    id,
    createdAt: isoTime(row['created_at']),
    source,
    level: logLevels[Number(level)],
    message,
    username,
    createdBy: row['created_by'],
    ...(accountId === null ? {} : { accountId }),
    ...(testId === null ? {} : { testId }),
  };
  return parsedRow(LogRecord, value, `Log record ${String(id)}`);
}
