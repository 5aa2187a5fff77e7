import type { ConditionField } from '../../shared/condition/fields.ts';
import type { RecordKind } from './record-kind.ts';

/** What is stored may be of another version: only what is known counts, and the one that leads to a record always stays. */
export function knownColumns(
  stored: unknown,
  { columns, linked }: Pick<RecordKind, 'columns' | 'linked'>,
): readonly ConditionField[] | undefined {
  if (!Array.isArray(stored)) return undefined;
  const known = new Set(stored.map((name) => columns.find((column) => column === name)));
  known.delete(undefined);
  known.add(linked);
  return [...known].filter((column) => column !== undefined);
}

/** One place to the left or right; the same where there is none. */
export function movedColumn(
  columns: readonly ConditionField[],
  column: ConditionField,
  by: -1 | 1,
): readonly ConditionField[] {
  const at = columns.indexOf(column);
  const to = at + by;
  if (at < 0 || to < 0 || to >= columns.length) return columns;
  return columns.toSpliced(at, 1).toSpliced(to, 0, column);
}
