import { type Column, columnOf, isPasswordColumn, neededColumns } from './column.ts';
import { csvLines } from './csv-cells.ts';
import { FileRefused } from './file-refused.ts';
import { givenValues } from './given-values.ts';
import { mostRows } from './limits.ts';
import type { ReadFile, Row, RowError } from './row.ts';
import { bareText } from './shield.ts';

/** Lines without an account, between those with one, are passed over: so many are enough. */
const mostLines = 5 * mostRows;

/** The accounts of a CSV text, whose first line names the columns. Throws `FileRefused`. */
export function readCsv(text: string): ReadFile {
  const known = (cells: readonly string[]) => cells.filter((cell) => columnOf(cell)).length;
  const [head, ...lines] = csvLines(text, known, mostLines);
  if (!head) throw new FileRefused({ kind: 'empty' });
  const headings = head.cells.map((cell) => columnOf(cell));
  checkHeadings(headings);
  if (lines.length > mostRows) throw new FileRefused({ kind: 'tooMany' });
  if (lines.length === 0) throw new FileRefused({ kind: 'noAccounts' });
  const strangers = head.cells.map((cell) => cell.trim()).filter((cell) => cell && !columnOf(cell));
  return {
    format: 'csv',
    rows: lines.map(({ line, cells }) => rowOf(line, headings, cells)),
    passwords: strangers.some(isPasswordColumn),
    notRead: strangers.filter((heading) => !isPasswordColumn(heading)),
  };
}

function checkHeadings(headings: readonly (Column | undefined)[]): void {
  const missing = neededColumns.filter((column) => !headings.includes(column));
  // A first line that is no header may be an account with its password: nothing of it is told.
  if (missing.length === neededColumns.length) throw new FileRefused({ kind: 'noHeader' });
  if (missing.length > 0) throw new FileRefused({ kind: 'missingColumns', columns: missing });
  const twice = headings.find((column, at) => column && headings.indexOf(column) !== at);
  if (twice) throw new FileRefused({ kind: 'twice', column: twice });
}

function rowOf(line: number, headings: readonly (Column | undefined)[], cells: readonly string[]): Row {
  const found = new Map<Column, string>();
  for (const [at, column] of headings.entries()) {
    const cell = cells[at];
    if (column && cell !== undefined) found.set(column, bareText(cell));
  }
  const { given, errors } = givenValues(found);
  const over = cells.slice(headings.length).some((cell) => cell.trim() !== '');
  const tooMany: RowError[] = over ? [{ rule: 'cells' }] : [];
  return { line, given, errors: [...tooMany, ...errors] };
}
