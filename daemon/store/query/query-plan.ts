import type { ConditionField } from '../../../shared/condition/fields.ts';
import type { ResolvedCondition } from '../../../shared/condition/resolved-condition.ts';
import type { Id } from '../../../shared/id.ts';
import type { QueriedTable, RecordClass, ResidualGroup, TableView } from './queried-table.ts';
import { type Residual, residual } from './residual.ts';
import { boundValues, residualSql } from './residual-sql.ts';
import { timeBounds } from './time-bounds.ts';

/** How the records that meet a condition are found. */
export interface QueryPlan {
  /** Over the table, exact, with `values` by number. */
  where: string;
  values: readonly (string | number | bigint)[];
  /** Between these numbers. */
  first: number;
  last: number;
  /** For the search index: finds them all, and some others. */
  search?: string | undefined;
  /** They all have one of these ids in the table's direct field. */
  direct?: readonly Id[] | undefined;
  /** The classes of which every record meets it, where the classes alone decide. */
  whole?: readonly RecordClass[] | undefined;
}

interface Asked {
  table: QueriedTable<unknown>;
  view: TableView;
  /** Those in question; all when left out. */
  classes?: readonly RecordClass[];
}

/** Undefined when no record can meet it. */
export function queryPlan(
  condition: ResolvedCondition,
  { table, view, classes = view.classes }: Asked,
): QueryPlan | undefined {
  const groups = groupsOf(condition, classes);
  const range = table.between(view, timeBounds(condition));
  if (groups.length === 0 || range.first > range.last) return undefined;
  const bound = boundValues();
  const where = groups
    .map(({ left, classes: of }) => {
      const asked = residualSql(left, table.fields, bound);
      if (of.length === view.classes.length || table.classColumn === undefined) return asked;
      return `(${table.classColumn} IN (${of.map(({ id }) => id).join(', ')}) AND ${asked})`;
    })
    .join(' OR ');
  const direct = groups.map(({ left }) => idsOf(left, table.direct?.field));
  const decided = table.classColumn !== undefined && groups.every(({ left }) => left === true);
  return {
    where,
    values: bound.values,
    ...range,
    search: table.search?.expression(groups, view),
    direct: direct.every((ids) => ids !== undefined) ? [...new Set(direct.flat())] : undefined,
    whole: decided ? groups.flatMap((group) => group.classes) : undefined,
  };
}

function groupsOf(condition: ResolvedCondition, classes: readonly RecordClass[]): ResidualGroup[] {
  const groups = new Map<string, ResidualGroup>();
  for (const each of classes) {
    const left = residual(condition, each.shared);
    if (left === false || each.records === 0) continue;
    const key = JSON.stringify(left);
    const group = groups.get(key);
    if (group) group.classes.push(each);
    else groups.set(key, { left, classes: [each] });
  }
  return [...groups.values()];
}

/** Undefined where other ids meet it as well. */
function idsOf(left: Residual, field: ConditionField | undefined): readonly Id[] | undefined {
  if (typeof left === 'boolean') return undefined;
  switch (left.ask) {
    case 'id':
      return left.field === field ? left.of : undefined;
    case 'all':
      return left.of.map((part) => idsOf(part, field)).find((ids) => ids !== undefined);
    case 'any': {
      const parts = left.of.map((part) => idsOf(part, field));
      return parts.every((ids) => ids !== undefined) ? parts.flat() : undefined;
    }
    default:
      return undefined;
  }
}
