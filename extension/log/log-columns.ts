/** What a record can show in its line. */
export const logColumns = [
  'createdAt',
  'source',
  'level',
  'message',
  'username',
  'createdBy',
  'accountId',
  'testId',
] as const;
export type LogColumn = (typeof logColumns)[number];

/** The seed's six: as it begins. */
export const usualColumns: readonly LogColumn[] = logColumns.slice(0, 6);

/** What is stored may be of another version: only what is known counts, and the message always stays. */
export function knownColumns(stored: unknown): readonly LogColumn[] | undefined {
  if (!Array.isArray(stored)) return undefined;
  const known = new Set(stored.map((name) => logColumns.find((column) => column === name)));
  known.delete(undefined);
  known.add('message');
  return [...known].filter((column) => column !== undefined);
}

/** One place to the left or right; the same where there is none. */
export function movedColumn(
  columns: readonly LogColumn[],
  column: LogColumn,
  by: -1 | 1,
): readonly LogColumn[] {
  const at = columns.indexOf(column);
  const to = at + by;
  if (at < 0 || to < 0 || to >= columns.length) return columns;
  return columns.toSpliced(at, 1).toSpliced(to, 0, column);
}
