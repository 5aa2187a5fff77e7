import type { DatabaseSync } from 'node:sqlite';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Row } from '../rows.ts';
import type { QueriedTable } from './queried-table.ts';
import type { QueryPlan } from './query-plan.ts';
import { type StretchLength, readLength, searchLength } from './stretch-length.ts';

/** What is selected of each stretch, and how much of the stretch that was. */
export interface Selection {
  columns: string;
  /** Behind the rows, where the columns need it. */
  join?: string | undefined;
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
  table: QueriedTable<unknown>;
  plan: QueryPlan;
  selection: Selection;
  indexedUpTo: number;
  /** Whether from the newest to the oldest. */
  descending: boolean;
  /** How many rows are still wanted, 0 where all are; asked before each stretch. */
  wanted: () => number;
  /** Pages do not wait for it: each of its statements is short, though all together take longer. */
  brief?: boolean;
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
  const { table, plan, selection, indexedUpTo, descending, wanted, statementBegins } = options;
  const { readBefore = usualReadBefore, brief = false } = options;
  const { first, last } = plan;
  if (plan.direct) {
    statementBegins?.();
    yield { rows: directRows(db, { table, plan, selection }, wanted()), first, last };
    return;
  }
  const reading = statement(db, { table, plan, selection }, table.rows, '');
  let searching: ReturnType<typeof statement> | undefined;
  const readLengths = readLength(plan);
  if (readBefore > 0) readLengths.now = Math.min(readLengths.now, readBefore);
  let length: StretchLength = readLengths;
  let done = 0;
  let found = 0;
  let at = descending ? last : first;
  while (at >= first && at <= last) {
    const indexed = at <= indexedUpTo;
    const soon = searching === undefined && wanted() > 0 && (wanted() * done) / found <= readOn;
    const search = indexed && done >= readBefore && !soon ? plan.search : undefined;
    if (search !== undefined && searching === undefined) {
      searching = searchStatement(db, { table, plan, selection }, search);
      length = searchLength(readLengths, { brief });
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

type Asked = Pick<WalkOptions, 'table' | 'plan' | 'selection'>;

function statement(
  db: DatabaseSync,
  { table, plan, selection: { columns, join = '', tail } }: Asked,
  from: string,
  also: string,
) {
  const [low, high, limit] = [1, 2, 3].map((n) => `?${plan.values.length + n}`);
  const only = table.only === undefined ? '' : `${table.only} AND`;
  const prepared = db.prepare(
    `SELECT ${columns} FROM ${from} ${join}
     WHERE ${also} ${only} ${table.name}.seq BETWEEN ${low} AND ${high} AND (${plan.where})
     ${tail.replace('$limit', limit ?? '')}`,
  );
  const limits = tail.includes('$limit');
  return (first: number, last: number, most: number) =>
    prepared.all(...plan.values, first, last, ...(limits ? [most] : []));
}

function searchStatement(db: DatabaseSync, { table, plan, selection }: Asked, asked: string) {
  const { rows = '', match = '', number = '' } = table.search ?? {};
  const values = [...plan.values, asked];
  const [name, low, high] = [0, 1, 2].map((n) => `?${values.length + n}`);
  return statement(
    db,
    {
      table,
      plan: { ...plan, values },
      selection: { ...selection, tail: selection.tail.replaceAll(`${table.name}.seq`, number) },
    },
    rows,
    `${match} ${name} AND ${number} BETWEEN ${low} AND ${high} AND`,
  );
}

/** Few records have the same id there, and a list has at most a hundred ids: all at once. */
function directRows(db: DatabaseSync, { table, plan, selection }: Asked, most: number): Row[] {
  const { field, rows = '' } = table.direct ?? {};
  const ids = plan.direct ?? [];
  const values = [...plan.values, ...ids.map(BigInt)];
  const names = ids.map((_, at) => `?${plan.values.length + at + 1}`);
  return statement(
    db,
    { table, plan: { ...plan, values }, selection },
    rows,
    `${field && table.fields[field]?.column} IN (${names.join(', ')}) AND`,
  )(plan.first, plan.last, most);
}
