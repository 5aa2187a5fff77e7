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

/** An expression over `log` that is 1 or 0, and never NULL: "not" turns each into the other. */
export function residualSql(residual: Residual, bound: Bound): string {
  if (typeof residual === 'boolean') return residual ? '1' : '0';
  switch (residual.ask) {
    case 'no':
      return `NOT ${leafSql(residual.of, bound)}`;
    case 'all':
      return `(${residual.of.map((part) => residualSql(part, bound)).join(' AND ')})`;
    case 'any':
      return `(${residual.of.map((part) => residualSql(part, bound)).join(' OR ')})`;
    default:
      return leafSql(residual, bound);
  }
}

function leafSql(leaf: Leaf, bound: Bound): string {
  switch (leaf.ask) {
    case 'text':
      return textSql(leaf.how, leaf.text, bound);
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

function textSql(how: Extract<Leaf, { ask: 'text' }>['how'], text: string, bound: Bound): string {
  if (how === 'is') return `(${foldedMessage} = ${bound.name(text)})`;
  if (text === '') return '1';
  const length = [...text].length;
  switch (how) {
    case 'contains':
      return `(instr(${foldedMessage}, ${bound.name(text)}) > 0)`;
    case 'starts':
      return `(substr(${foldedMessage}, 1, ${length}) = ${bound.name(text)})`;
    case 'ends':
      return `(substr(${foldedMessage}, -${length}) = ${bound.name(text)})`;
  }
}

function timeSql(from: number, to: number, bound: Bound): string {
  const parts = [
    ...(Number.isFinite(from) ? [`created_at >= ${bound.name(from)}`] : []),
    ...(Number.isFinite(to) ? [`created_at < ${bound.name(to)}`] : []),
  ];
  return parts.length === 0 ? '1' : `(${parts.join(' AND ')})`;
}
