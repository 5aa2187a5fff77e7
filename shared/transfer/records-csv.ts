import type { Delivery } from '../letter.ts';
import { csvText } from './csv-cells.ts';
import { shieldedText } from './shield.ts';

type Cell = string | number | boolean | undefined | readonly Delivery[];

/** What a CSV file of records begins with: the mark by which spreadsheets know UTF-8, and the names of the columns. */
export function csvBegin(fields: readonly string[]): string {
  return `\uFEFF${csvText([fields])}`;
}

/** A line for each record; no cell is run by a spreadsheet. */
export function csvOfRecords(
  records: readonly Readonly<Record<string, Cell>>[],
  fields: readonly string[],
): string {
  return csvText(records.map((record) => fields.map((field) => shieldedText(cellText(record[field])))));
}

/** A delivery is a line. */
function cellText(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell !== 'object') return String(cell);
  return cell
    .map(
      ({ address, outcome, reply }) =>
        `${address}: ${outcome}${reply === undefined ? '' : `, ${reply.replaceAll('\n', ' / ')}`}`,
    )
    .join('\n');
}
