import { csvText } from './csv-cells.ts';
import { shieldedText } from './shield.ts';

type Cell = string | number | boolean | undefined;

/** What a CSV file of records begins with: the mark by which spreadsheets know UTF-8, and the names of the columns. */
export function csvBegin(fields: readonly string[]): string {
  return `\uFEFF${csvText([fields])}`;
}

/** A line for each record; no cell is run by a spreadsheet. */
export function csvOfRecords(
  records: readonly Readonly<Record<string, Cell>>[],
  fields: readonly string[],
): string {
  return csvText(records.map((record) => fields.map((field) => shieldedText(String(record[field] ?? '')))));
}
