import type { DatabaseSync } from 'node:sqlite';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Row } from '../rows.ts';
import type { QueryPlan } from './query-plan.ts';
import { type StretchLength, readLength, searchLength } from './stretch-length.ts';

/** What is selected of each stretch, and how much of the stretch that was. */
export interface Selection {
  columns: string;
  /** Behind `log`, where the columns need it. */
  join?: string;
  /** After the WHERE: `GROUP BY …`, or ORDER BY and LIMIT; `$limit` is put in by the walk. */
  tail: string;
}

export interface Stretch {
  rows: Row[];
  /** Between these numbers, both included. */
  first: number;
  last: number;
}

interface WalkOptions {
  plan: QueryPlan;
  selection: Selection;
  indexedUpTo: number;
  /** Whether from the newest to the oldest. */
  descending: boolean;
  /** How many rows are still wanted; asked before each stretch. */
  wanted: () => number;
  /** For tests, whose logs are short. */
  readBefore?: number | undefined;
  statementBegins: (() => void) | undefined;
}

/** So many records are read before the search index is asked: most conditions fill their page there. */
const usualReadBefore = 2_048;
/** Where as many as were found so far let the page be full within so many more, they are read as well. */
const readOn = 8_192;

/**
 * Goes through what a plan leaves, stretch by stretch, each a short statement of its own: between two of them other
 * requests are served, and a query that has had its time can stop. How long a stretch is follows from the time of the
 * one before, since a statement that runs cannot be stopped.
 */
export async function* walk(db: DatabaseSync, options: WalkOptions): AsyncGenerator<Stretch, void> {
  const { plan, selection, indexedUpTo, descending, wanted, statementBegins } = options;
  const { readBefore = usualReadBefore } = options;
  const { first, last } = plan;
  if (plan.tests) {
    statementBegins?.();
    yield { rows: testRows(db, plan, selection, wanted()), first, last };
    return;
  }
  const reading = statement(db, plan, selection, 'log NOT INDEXED', '');
  let searching: ReturnType<typeof statement> | undefined;
  const readLengths = readLength(plan);
  if (readBefore > 0) readLengths.now = Math.min(readLengths.now, readBefore);
  let length: StretchLength = readLengths;
  let done = 0;
  let found = 0;
  let at = descending ? last : first;
  while (at >= first && at <= last) {
    const indexed = at <= indexedUpTo;
    const soon = searching === undefined && (wanted() * done) / found <= readOn;
    const search = indexed && done >= readBefore && !soon ? plan.search : undefined;
    if (search !== undefined && searching === undefined) {
      searching = searchStatement(db, plan, selection, search);
      length = searchLength(readLengths);
    }
    const taken = length.of(descending ? at - first + 1 : last - at + 1);
    const end = descending
      ? Math.max(first, at - taken + 1, ...(indexed ? [] : [indexedUpTo + 1]))
      : Math.min(last, at + taken - 1, ...(indexed ? [indexedUpTo] : []));
    const [low, high] = descending ? [end, at] : [at, end];
    statementBegins?.();
    const started = performance.now();
    const rows = (search === undefined ? reading : (searching ?? reading))(low, high, wanted());
    length.took(high - low + 1, performance.now() - started);
    done += high - low + 1;
    found += rows.length;
    yield { rows, first: low, last: high };
    at = descending ? low - 1 : high + 1;
    await nextTurn();
  }
}

function statement(
  db: DatabaseSync,
  plan: QueryPlan,
  { columns, join = '', tail }: Selection,
  from: string,
  also: string,
) {
  const [low, high, limit] = [1, 2, 3].map((n) => `?${plan.values.length + n}`);
  const prepared = db.prepare(
    `SELECT ${columns} FROM ${from} ${join}
     WHERE ${also} log.seq BETWEEN ${low} AND ${high} AND (${plan.where}) ${tail.replace('$limit', limit ?? '')}`,
  );
  const limits = tail.includes('$limit');
  return (first: number, last: number, most: number) =>
    prepared.all(...plan.values, first, last, ...(limits ? [most] : []));
}

function searchStatement(db: DatabaseSync, plan: QueryPlan, selection: Selection, search: string) {
  const values = [...plan.values, search];
  const name = `?${values.length}`;
  return statement(
    db,
    { ...plan, values },
    { ...selection, tail: selection.tail.replaceAll('log.seq', 'log_search.rowid') },
    'log_search CROSS JOIN log ON log.seq = log_search.rowid',
    `log_search MATCH ${name} AND log_search.rowid BETWEEN ?${values.length + 1} AND ?${values.length + 2} AND`,
  );
}

/** A test has few records, and a list at most a hundred tests: all at once. */
function testRows(db: DatabaseSync, plan: QueryPlan, selection: Selection, most: number): Row[] {
  const values = [...plan.values, ...(plan.tests ?? []).map(BigInt)];
  const names = (plan.tests ?? []).map((_, at) => `?${plan.values.length + at + 1}`);
  return statement(
    db,
    { ...plan, values },
    selection,
    'log INDEXED BY log_test',
    `test_id IN (${names.join(', ')}) AND`,
  )(plan.first, plan.last, most);
}
