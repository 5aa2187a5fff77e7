import { folded } from '../../shared/condition/folded.ts';
import { LogRecord, logLevels } from '../../shared/log.ts';
import { type Row, isoTime, parsedRow } from './rows.ts';
import { texts } from './texts.ts';

/** A record's columns, and those of its class, for a SELECT over {@link logWithClass}. */
export const logColumns = `CAST(log.id AS TEXT) AS id, created_at, source, level, message, username,
  CAST(created_by AS TEXT) AS created_by, CAST(account_id AS TEXT) AS account_id, CAST(test_id AS TEXT) AS test_id`;

/** Behind `log`: CROSS, so that it is never read first. */
export const logWithClass = 'CROSS JOIN log_classes ON log_classes.id = log.class';

/** The record of a row of {@link logColumns}. Throws StoreError `database_damaged`. */
export function logRecord(row: Row): LogRecord {
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
  return parsedRow(LogRecord, value, () => texts.recordChanged(String(id)));
}

/** The column `folded` of a message: null where SQLite's own lower() says the same, for nearly every message. */
export function foldedColumn(message: string): string | null {
  return plain.test(message) ? null : folded(message);
}

// NUL folds to another character; beyond ASCII lower() changes nothing.
const plain = /^[\u0001-\u007F]*$/;

/** The message of a row as conditions compare it. */
export const foldedMessage = 'coalesce(folded, lower(message))';
