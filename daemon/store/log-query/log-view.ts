import type { DatabaseSync } from 'node:sqlite';
import { type LogSource, logLevels } from '../../../shared/log.ts';
import type { TimeSpan } from '../../../shared/condition/time-span.ts';
import { logBlockRecords } from '../log-blocks.ts';
import { type LogSequence, logSequence } from '../log-sequence.ts';
import type { LogClass } from './residual.ts';
import type { TermsBeginningWith } from './search-expression.ts';

/** The log as it was at one moment: a query does not see what is written while it runs. */
export interface LogView {
  readonly classes: readonly LogClass[];
  /** Numbers of the oldest and the newest record; of an empty log 1 and 0. */
  readonly first: number;
  readonly last: number;
  /** The search index knows the records up to this one. */
  readonly indexedUpTo: number;
}

/** What a query must know before it is planned. */
export interface LogViews {
  now(): LogView;
  /** The numbers between which every record of this time is; empty as 1 and 0. */
  between(view: LogView, span: TimeSpan): { first: number; last: number };
  readonly sequence: LogSequence;
  readonly termsBeginningWith: TermsBeginningWith;
}

/** What every question to the log is asked of. */
export interface LogParts {
  db: DatabaseSync;
  views: LogViews;
  /** For tests: after so many records the search index is asked. */
  readBefore?: number | undefined;
  /** Called before each statement that may take long. */
  statementBegins?: (() => void) | undefined;
}

/** More trigrams than this are no help: the text is in nearly all records. */
const mostTerms = 200;

export function logViews(db: DatabaseSync): LogViews {
  const sequence = logSequence(db);
  const classes = db.prepare(
    'SELECT id, source, level, username, CAST(created_by AS TEXT) AS created_by, records FROM log_classes',
  );
  const indexed = db.prepare('SELECT indexed_up_to AS n FROM log_search_state');
  const blocks = db.prepare(
    'SELECT min(block) AS first, max(block) AS last FROM log_blocks WHERE newest >= ? AND oldest < ?',
  );
  const terms = db.prepare(
    `SELECT term FROM log_terms WHERE term >= ?1 AND term < ?1 || char(1114111) LIMIT ${mostTerms + 1}`,
  );

  return {
    sequence,
    now() {
      // One transaction, so that the classes are those of these records.
      db.exec('BEGIN');
      try {
        return {
          ...sequence.ends(),
          indexedUpTo: Number(indexed.get()?.['n']),
          classes: classes.all().map((row) => ({
            id: Number(row['id']),
            source: String(row['source']) as LogSource,
            level: logLevels[Number(row['level'])] ?? 'Debug',
            username: String(row['username']),
            createdBy: String(row['created_by']),
            records: Number(row['records']),
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
    termsBeginningWith(characters) {
      const found = terms.all(characters).map((row) => String(row['term']));
      return found.length > mostTerms ? undefined : found;
    },
  };
}
