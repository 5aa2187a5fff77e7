import Papa from 'papaparse';
import { FileRefused } from './file-refused.ts';

/** A line of a CSV file: its cells, and its number, which a text of several lines before it moves on. */
export interface CsvLine {
  readonly line: number;
  readonly cells: readonly string[];
}

const separators = [',', ';', '\t'];

/** The lines of a CSV text that say something (RFC 4180, LF or CR beside CRLF), at most so many. Throws `FileRefused`. */
export function csvLines(
  text: string,
  likely: (cells: readonly string[]) => number,
  most: number,
): CsvLine[] {
  const newline = text.includes('\n') ? '\n' : '\r';
  const parse = (delimiter: string, preview: number) => Papa.parse(text, { delimiter, newline, preview });
  const rated = separators.map((separator) => {
    const [first = []] = parse(separator, 1).data;
    return { separator, rate: likely(first) };
  });
  const best = rated.reduce((best, other) => (other.rate > best.rate ? other : best));
  const { data, errors } = parse(best.separator, most);
  const lines: CsvLine[] = [];
  const broken = errors.find(({ type }) => type === 'Quotes')?.row;
  let line = 1;
  for (const [at, cells] of data.entries()) {
    if (at === broken) throw new FileRefused({ kind: 'quotes', line });
    const last = cells.length - 1;
    const whole = cells.map((cell, column) => (column === last ? cell.replace(/\r$/, '') : cell));
    if (whole.some((cell) => cell.trim() !== '')) lines.push({ line, cells: whole });
    line += 1 + cells.join('').split(newline).length - 1;
  }
  return lines;
}

/** A CSV text with a comma between cells and each cell in quotes, CRLF after each line. */
export function csvText(lines: readonly (readonly string[])[]): string {
  return `${Papa.unparse(lines, { quotes: true, newline: '\r\n' })}\r\n`;
}
