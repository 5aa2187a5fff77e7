import type { ResolvedCondition } from '../../../shared/condition/resolved-condition.ts';
import type { LogGrouping } from '../../../shared/log-query.ts';
import type { LogParts } from './log-view.ts';
import { type QueryPlan, queryPlan } from './query-plan.ts';
import type { LogClass } from './residual.ts';
import { walk } from './walk.ts';

export interface LogCount {
  count: number;
  /** Else there may be more. */
  exact: boolean;
}

export interface LogGroups {
  /** Largest first; `value` is missing for the records that have none. */
  groups: { value?: string; count: number }[];
  /** Every record was counted, and every group is there. */
  exact: boolean;
}

/** A count that is not done by then says how far it came. */
const countMs = 400;
const groupMs = 900;
const mostGroups = 200;

/** How many records meet a condition: all that classes answer at once, else counted up to `most`. */
export async function countLog(
  { db, views, readBefore, statementBegins }: LogParts,
  condition: ResolvedCondition,
  most: number,
): Promise<LogCount> {
  const view = views.now();
  const plan = queryPlan(condition, { view, views });
  if (!plan) return { count: 0, exact: true };
  if (plan.whole) return { count: sum(plan.whole), exact: true };
  const until = performance.now() + countMs;
  let count = 0;
  const stretches = walk(db, {
    plan,
    selection: { columns: 'count(*) AS n', tail: '' },
    indexedUpTo: view.indexedUpTo,
    descending: true,
    readBefore,
    statementBegins,
    wanted: () => 0,
  });
  for await (const { rows, first } of stretches) {
    count += Number(rows[0]?.['n']);
    if (first === plan.first) break;
    if (count > most || performance.now() > until) return { count: Math.min(count, most), exact: false };
  }
  return { count, exact: true };
}

/** How many there are of each source, level, account or test. */
export async function groupLog(
  parts: LogParts,
  condition: ResolvedCondition,
  by: LogGrouping,
): Promise<LogGroups> {
  const { views } = parts;
  const view = views.now();
  const plan = queryPlan(condition, { view, views });
  if (!plan) return { groups: [], exact: true };
  const ofClass = by === 'source' || by === 'level';
  if (plan.whole && ofClass) return groupsOf(byClasses(plan.whole, by), true);

  const column = { source: 'class', level: 'class', accountId: 'account_id', testId: 'test_id' }[by];
  const counts = new Map<string | null, number>();
  const exact = await countEach({ parts, plan, indexedUpTo: view.indexedUpTo, column, counts });
  if (!ofClass) return groupsOf(counts, exact);
  const counted = view.classes.map((each) => ({ ...each, records: counts.get(String(each.id)) ?? 0 }));
  return groupsOf(byClasses(counted, by), exact);
}

interface CountEach {
  parts: LogParts;
  plan: QueryPlan;
  indexedUpTo: number;
  /** Of `log`. */
  column: string;
  counts: Map<string | null, number>;
}

/** False when its time was over before the end. */
async function countEach({ parts, plan, indexedUpTo, column, counts }: CountEach): Promise<boolean> {
  const until = performance.now() + groupMs;
  const stretches = walk(parts.db, {
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

function byClasses(classes: readonly LogClass[], by: 'source' | 'level'): Map<string | null, number> {
  const groups = Map.groupBy(classes, (each) => each[by]);
  return new Map([...groups].map(([value, of]) => [value, sum(of)]));
}

function groupsOf(counts: ReadonlyMap<string | null, number>, exact: boolean): LogGroups {
  const sorted = [...counts].filter(([, count]) => count > 0).toSorted(([, a], [, b]) => b - a);
  return {
    groups: sorted
      .slice(0, mostGroups)
      .map(([value, count]) => (value === null ? { count } : { value, count })),
    exact: exact && sorted.length <= mostGroups,
  };
}

function sum(classes: readonly LogClass[]): number {
  return classes.reduce((all, { records }) => all + records, 0);
}
