import type { DatabaseSync } from 'node:sqlite';
import { type LogRecord, logLevels } from '../../../shared/log.ts';
import { logBlockRecords } from '../log-blocks.ts';
import { foldedMessage, logColumns, logRecord, logWithClass } from '../log-row.ts';
import type { QueriedTable } from '../query/queried-table.ts';
import { recordSequence } from '../record-sequence.ts';
import { logSearchIndex } from './log-search-index.ts';

/** The Main Log as queries go through it: with its classes, the times of its blocks and its search index. */
export function queriedLog(db: DatabaseSync): QueriedTable<LogRecord> {
  const sequence = recordSequence(db, 'log');
  const classes = db.prepare(
    'SELECT id, source, level, username, CAST(created_by AS TEXT) AS created_by, records FROM log_classes',
  );
  const indexed = db.prepare('SELECT indexed_up_to AS n FROM log_search_state');
  const blocks = db.prepare(
    'SELECT min(block) AS first, max(block) AS last FROM log_blocks WHERE newest >= ? AND oldest < ?',
  );

  return {
    name: 'log',
    rows: 'log NOT INDEXED',
    columns: logColumns,
    join: logWithClass,
    record: logRecord,
    // What a class has is answered by it.
    fields: {
      createdAt: { column: 'created_at' },
      message: { column: 'message', folded: foldedMessage },
      accountId: { column: 'account_id' },
      testId: { column: 'test_id' },
    },
    sequence,
    classColumn: 'class',
    rank: { field: 'level', column: 'level' },
    direct: { field: 'testId', rows: 'log INDEXED BY log_test' },
    search: logSearchIndex(db),
    now() {
      // One transaction, so that the classes are those of these records.
      db.exec('BEGIN');
      try {
        return {
          ...sequence.ends(),
          indexedUpTo: Number(indexed.get()?.['n']),
          classes: classes.all().map((row) => ({
            id: Number(row['id']),
            records: Number(row['records']),
            shared: {
              source: String(row['source']),
              level: logLevels[Number(row['level'])] ?? 'Debug',
              username: String(row['username']),
              createdBy: String(row['created_by']),
            },
          })),
        };
      } finally {
        db.exec('COMMIT');
      }
    },
    between({ first, last }, { from, to }) {
      if (from === -Infinity && to === Infinity) return { first, last };
      const row = blocks.get(from, to);
      if (!row || row['first'] === null) return { first: 1, last: 0 };
      return {
        first: Math.max(first, Number(row['first']) * logBlockRecords),
        last: Math.min(last, (Number(row['last']) + 1) * logBlockRecords - 1),
      };
    },
  };
}
