import type { Id } from '../../../shared/id.ts';
import type { ResolvedCondition } from '../../../shared/condition/resolved-condition.ts';
import { classTrigram } from '../log-search-text.ts';
import type { LogView, LogViews } from './log-view.ts';
import { type LogClass, type Residual, residual } from './residual.ts';
import { boundValues, residualSql } from './residual-sql.ts';
import { joined, quoted, searchExpression } from './search-expression.ts';
import { timeBounds } from './time-bounds.ts';

/** How the records that meet a condition are found. */
export interface QueryPlan {
  /** Over `log`, exact, with `values` by number. */
  where: string;
  values: readonly (string | number | bigint)[];
  /** Between these numbers. */
  first: number;
  last: number;
  /** For the search index: finds them all, and some others. */
  search?: string | undefined;
  /** They are all of these tests. */
  tests?: readonly Id[] | undefined;
  /** The classes of which every record meets it, where the classes alone decide. */
  whole?: readonly LogClass[] | undefined;
}

/** Beyond this the search index would work longer on the question than on the answer. */
const longestSearch = 8_000;
/** Of more than this part of all records the index need not be told which classes they are of. */
const fewRecords = 0.5;

interface Group {
  left: Residual;
  classes: LogClass[];
}

/** Undefined when no record can meet it. `classes` are those in question, all when left out. */
export function queryPlan(
  condition: ResolvedCondition,
  { view, views, classes = view.classes }: { view: LogView; views: LogViews; classes?: readonly LogClass[] },
): QueryPlan | undefined {
  const groups = groupsOf(condition, classes);
  const range = views.between(view, timeBounds(condition));
  if (groups.length === 0 || range.first > range.last) return undefined;
  const bound = boundValues();
  const where = groups.map((group) => groupSql(group, view, bound)).join(' OR ');
  const tests = groups.map(({ left }) => testsOf(left));
  const whole = groups.every(({ left }) => left === true)
    ? groups.flatMap((group) => group.classes)
    : undefined;
  return {
    where,
    values: bound.values,
    ...range,
    search: searchOf(groups, view, views),
    tests: tests.every((ids) => ids !== undefined) ? [...new Set(tests.flat())] : undefined,
    whole,
  };
}

/** Classes of which the same is left to ask, together. */
function groupsOf(condition: ResolvedCondition, classes: readonly LogClass[]): Group[] {
  const groups = new Map<string, Group>();
  for (const each of classes) {
    const left = residual(condition, each);
    if (left === false || each.records === 0) continue;
    const key = JSON.stringify(left);
    const group = groups.get(key);
    if (group) group.classes.push(each);
    else groups.set(key, { left, classes: [each] });
  }
  return [...groups.values()];
}

function groupSql({ left, classes }: Group, view: LogView, bound: ReturnType<typeof boundValues>): string {
  const asked = residualSql(left, bound);
  if (classes.length === view.classes.length) return asked;
  return `(class IN (${classes.map(({ id }) => id).join(', ')}) AND ${asked})`;
}

function searchOf(groups: readonly Group[], view: LogView, views: LogViews): string | undefined {
  const all = recordsOf(view.classes);
  const parts = groups.map(({ left, classes }) => {
    const asked = searchExpression(left, views.termsBeginningWith);
    const few = recordsOf(classes) < all * fewRecords;
    const ofClass = few
      ? joined(
          'OR',
          classes.map(({ id }) => quoted(classTrigram(id))),
        )
      : undefined;
    return joined(
      'AND',
      [asked, ofClass].filter((part) => part !== undefined),
    );
  });
  if (!parts.every((part) => part !== undefined)) return undefined;
  const search = joined('OR', parts);
  return search !== undefined && search.length > longestSearch ? undefined : search;
}

function testsOf(left: Residual): readonly Id[] | undefined {
  if (typeof left === 'boolean') return undefined;
  switch (left.ask) {
    case 'id':
      return left.field === 'testId' ? left.of : undefined;
    case 'all':
      return left.of.map(testsOf).find((ids) => ids !== undefined);
    case 'any': {
      const parts = left.of.map(testsOf);
      return parts.every((ids) => ids !== undefined) ? parts.flat() : undefined;
    }
    default:
      return undefined;
  }
}

function recordsOf(classes: readonly LogClass[]): number {
  return classes.reduce((sum, { records }) => sum + records, 0);
}
