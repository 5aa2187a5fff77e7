import type { Leaf } from '../../../shared/condition/resolved-condition.ts';
import { foldedMessage } from '../log-row.ts';
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

/** From so many rules about the message on, a subselect that folds it once for all of them is faster. */
const foldedOnceFrom = 3;

/** An expression over `log` that is 1 or 0, and never NULL: "not" turns each into the other. */
export function residualSql(residual: Residual, bound: Bound): string {
  if (textsIn(residual) < foldedOnceFrom) return partSql(residual, { bound, message: foldedMessage });
  const asked = partSql(residual, { bound, message: 'folded_message' });
  // LIMIT keeps SQLite from putting the expression in place of its name again.
  return `EXISTS (SELECT 1 FROM (SELECT ${foldedMessage} AS folded_message LIMIT 1) WHERE ${asked})`;
}

interface Names {
  bound: Bound;
  /** How the message of a record is named, folded. */
  message: string;
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

function textsIn(residual: Residual): number {
  if (typeof residual === 'boolean') return 0;
  switch (residual.ask) {
    case 'text':
      return 1;
    case 'no':
      return textsIn(residual.of);
    case 'all':
    case 'any':
      return residual.of.reduce((sum, part) => sum + textsIn(part), 0);
    default:
      return 0;
  }
}

function leafSql(leaf: Leaf, names: Names): string {
  const { bound } = names;
  switch (leaf.ask) {
    case 'text':
      return textSql(leaf.how, leaf.text, names);
    case 'id':
      return `coalesce(${columns[leaf.field]} IN (${leaf.of.map((id) => bound.name(BigInt(id))).join(', ')}), 0)`;
    case 'absent':
      return `(${columns[leaf.field]} IS NULL)`;
    case 'time':
      return timeSql(leaf.from, leaf.to, bound);
    default:
      throw new TypeError(`The class of a record answers ${leaf.ask}.`);
  }
}

const columns = { accountId: 'account_id', testId: 'test_id', createdBy: 'created_by' } as const;

function textSql(
  how: Extract<Leaf, { ask: 'text' }>['how'],
  text: string,
  { bound, message }: Names,
): string {
  if (how === 'is') return `(${message} = ${bound.name(text)})`;
  if (text === '') return '1';
  const length = [...text].length;
  switch (how) {
    case 'contains':
      return `(instr(${message}, ${bound.name(text)}) > 0)`;
    case 'starts':
      return `(substr(${message}, 1, ${length}) = ${bound.name(text)})`;
    case 'ends':
      return `(substr(${message}, -${length}) = ${bound.name(text)})`;
  }
}

function timeSql(from: number, to: number, bound: Bound): string {
  const parts = [
    ...(Number.isFinite(from) ? [`created_at >= ${bound.name(from)}`] : []),
    ...(Number.isFinite(to) ? [`created_at < ${bound.name(to)}`] : []),
  ];
  return parts.length === 0 ? '1' : `(${parts.join(' AND ')})`;
}
