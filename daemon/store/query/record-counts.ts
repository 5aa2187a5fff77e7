import type { ConditionField } from '../../../shared/condition/fields.ts';
import type { ResolvedCondition } from '../../../shared/condition/resolved-condition.ts';
import type { QueriedTable, QueryParts, RecordClass } from './queried-table.ts';
import { type QueryPlan, queryPlan } from './query-plan.ts';
import { walk } from './walk.ts';

export interface RecordCount {
  count: number;
  /** Else there may be more. */
  exact: boolean;
}

export interface RecordGroups {
  /** Largest first; `value` is missing for the records that have none. */
  groups: { value?: string; count: number }[];
  /** Every record was counted. */
  exact: boolean;
  /** There are smaller groups that are left out. */
  more: boolean;
}

/** A count that is not done by then says how far it came. */
const countMs = 400;
const groupMs = 900;
const mostGroups = 200;

/** How many records meet a condition: all that classes answer at once, else counted up to `most`. */
export async function countRecords(
  { db, table, readBefore, statementBegins }: QueryParts<unknown>,
  condition: ResolvedCondition,
  most: number,
): Promise<RecordCount> {
  const view = table.now();
  const plan = queryPlan(condition, { table, view });
  if (!plan) return { count: 0, exact: true };
  if (plan.whole) return { count: sum(plan.whole), exact: true };
  const until = performance.now() + countMs;
  let count = 0;
  const stretches = walk(db, {
    table,
    plan,
    selection: { columns: 'count(*) AS n', tail: '' },
    indexedUpTo: view.indexedUpTo,
    descending: true,
    readBefore,
    statementBegins,
    wanted: () => 0,
    brief: true,
  });
  for await (const { rows, first } of stretches) {
    count += Number(rows[0]?.['n']);
    if (first === plan.first) break;
    if (count > most || performance.now() > until) return { count: Math.min(count, most), exact: false };
  }
  return { count, exact: true };
}

/** How many there are of each value of a field. */
export async function groupRecords(
  parts: QueryParts<unknown>,
  condition: ResolvedCondition,
  by: ConditionField,
): Promise<RecordGroups> {
  const { table } = parts;
  const view = table.now();
  const plan = queryPlan(condition, { table, view });
  if (!plan) return { groups: [], exact: true, more: false };
  const ofClass = view.classes.every(({ shared }) => by in shared);
  if (plan.whole && ofClass) return groupsOf(byClasses(plan.whole, by), true);

  const counts = new Map<string | null, number>();
  const column = columnOf(table, ofClass ? undefined : by);
  const exact = await countEach({ parts, plan, indexedUpTo: view.indexedUpTo, column, counts });
  if (!ofClass) return groupsOf(counts, exact);
  const counted = view.classes.map((each) => ({ ...each, records: counts.get(String(each.id)) ?? 0 }));
  return groupsOf(byClasses(counted, by), exact);
}

/** Of a field, or of the class. */
function columnOf(table: QueriedTable<unknown>, field: ConditionField | undefined): string {
  const column = field === undefined ? table.classColumn : table.fields[field]?.column;
  if (column === undefined) throw new TypeError(`There are no groups by ${field}.`);
  return column;
}

interface CountEach {
  parts: QueryParts<unknown>;
  plan: QueryPlan;
  indexedUpTo: number;
  /** Of the table. */
  column: string;
  counts: Map<string | null, number>;
}

/** False when its time was over before the end. */
async function countEach({ parts, plan, indexedUpTo, column, counts }: CountEach): Promise<boolean> {
  const until = performance.now() + groupMs;
  const stretches = walk(parts.db, {
    table: parts.table,
    plan,
    selection: {
      columns: `CAST(${column} AS TEXT) AS value, count(*) AS n`,
      tail: `GROUP BY ${column}`,
    },
    indexedUpTo,
    descending: true,
    readBefore: parts.readBefore,
    statementBegins: parts.statementBegins,
    wanted: () => 0,
    brief: true,
  });
  for await (const { rows, first } of stretches) {
    for (const { value, n } of rows) {
      const name = value === null || value === undefined ? null : String(value);
      counts.set(name, (counts.get(name) ?? 0) + Number(n));
    }
    if (first > plan.first && performance.now() > until) return false;
  }
  return true;
}

function byClasses(classes: readonly RecordClass[], by: ConditionField): Map<string | null, number> {
  const groups = Map.groupBy(classes, ({ shared }) => shared[by] ?? null);
  return new Map([...groups].map(([value, of]) => [value, sum(of)]));
}

function groupsOf(counts: ReadonlyMap<string | null, number>, exact: boolean): RecordGroups {
  const sorted = [...counts].filter(([, count]) => count > 0).toSorted(([, a], [, b]) => b - a);
  return {
    groups: sorted
      .slice(0, mostGroups)
      .map(([value, count]) => (value === null ? { count } : { value, count })),
    exact,
    more: sorted.length > mostGroups,
  };
}

function sum(classes: readonly RecordClass[]): number {
  return classes.reduce((all, { records }) => all + records, 0);
}
