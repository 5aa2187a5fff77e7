import type { ConditionField } from '../../../shared/condition/fields.ts';
import type { Leaf } from '../../../shared/condition/resolved-condition.ts';
import type { FieldSql, QueriedTable } from './queried-table.ts';
import type { Residual } from './residual.ts';

/** Values that SQL names by number: each stands there once, and never in the text. */
export interface Bound {
  /** The name of a value in the SQL, such as `?3`. */
  name(value: string | number | bigint): string;
  readonly values: readonly (string | number | bigint)[];
}

export function boundValues(): Bound {
  const names = new Map<string | number | bigint, string>();
  return {
    name(value) {
      const known = names.get(value) ?? `?${names.size + 1}`;
      names.set(value, known);
      return known;
    },
    get values() {
      return [...names.keys()];
    },
  };
}

/** From so many rules about one text on, a subselect that folds it once for all of them is faster. */
const foldedOnceFrom = 3;

/** An expression over the table that is 1 or 0, and never NULL: "not" turns each into the other. */
export function residualSql(
  residual: Residual,
  fields: QueriedTable<unknown>['fields'],
  bound: Bound,
): string {
  const texts = Map.groupBy(textsIn(residual), (field) => field);
  const often = [...texts.keys()].filter((field) => (texts.get(field)?.length ?? 0) >= foldedOnceFrom);
  const sqlOf = (field: ConditionField): FieldSql => {
    const sql = fields[field];
    if (!sql) throw new TypeError(`The class of a record answers ${field}.`);
    return often.includes(field) ? { ...sql, folded: `folded_${sql.column}` } : sql;
  };
  const asked = partSql(residual, { bound, sqlOf });
  if (often.length === 0) return asked;
  const folds = often.map((field) => `${fields[field]?.folded} AS folded_${fields[field]?.column}`);
  // LIMIT keeps SQLite from putting the expression in place of its name again.
  return `EXISTS (SELECT 1 FROM (SELECT ${folds.join(', ')} LIMIT 1) WHERE ${asked})`;
}

interface Names {
  bound: Bound;
  sqlOf: (field: ConditionField) => FieldSql;
}

function partSql(residual: Residual, names: Names): string {
  if (typeof residual === 'boolean') return residual ? '1' : '0';
  switch (residual.ask) {
    case 'no':
      return `NOT ${leafSql(residual.of, names)}`;
    case 'all':
      return `(${residual.of.map((part) => partSql(part, names)).join(' AND ')})`;
    case 'any':
      return `(${residual.of.map((part) => partSql(part, names)).join(' OR ')})`;
    default:
      return leafSql(residual, names);
  }
}

/** The field of each question to a text. */
function textsIn(residual: Residual): ConditionField[] {
  if (typeof residual === 'boolean') return [];
  switch (residual.ask) {
    case 'text':
      return [residual.field];
    case 'no':
      return textsIn(residual.of);
    case 'all':
    case 'any':
      return residual.of.flatMap(textsIn);
    default:
      return [];
  }
}

function leafSql(leaf: Leaf, { bound, sqlOf }: Names): string {
  const { column, folded = column } = sqlOf(leaf.field);
  switch (leaf.ask) {
    case 'text':
      return textSql(leaf.how, leaf.text, folded, bound);
    case 'choice':
      return `(${column} IN (${leaf.of.map((choice) => bound.name(choice)).join(', ')}))`;
    case 'id':
      return `coalesce(${column} IN (${leaf.of.map((id) => bound.name(BigInt(id))).join(', ')}), 0)`;
    case 'absent':
      return `(${column} IS NULL)`;
    case 'time':
      return timeSql(leaf.from, leaf.to, column, bound);
  }
}

function textSql(
  how: Extract<Leaf, { ask: 'text' }>['how'],
  text: string,
  folded: string,
  bound: Bound,
): string {
  if (how === 'is') return `(${folded} = ${bound.name(text)})`;
  if (text === '') return '1';
  const length = [...text].length;
  switch (how) {
    case 'contains':
      return `(instr(${folded}, ${bound.name(text)}) > 0)`;
    case 'starts':
      return `(substr(${folded}, 1, ${length}) = ${bound.name(text)})`;
    case 'ends':
      return `(substr(${folded}, -${length}) = ${bound.name(text)})`;
  }
}

/** A record without that time is of no time. */
function timeSql(from: number, to: number, column: string, bound: Bound): string {
  const parts = [
    `${column} IS NOT NULL`,
    ...(Number.isFinite(from) ? [`${column} >= ${bound.name(from)}`] : []),
    ...(Number.isFinite(to) ? [`${column} < ${bound.name(to)}`] : []),
  ];
  return `(${parts.join(' AND ')})`;
}
