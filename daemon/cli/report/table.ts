import { visibleText } from '../../../shared/visible-text.ts';
import { paint } from '../paint.ts';
import type { Output } from '../terminal.ts';

/** Rows under their headings, in columns as wide as their longest cell; cells may be anybody's text. Two blanks between. */
export function table(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  out: Output,
): string {
  const last = headings.length - 1;
  const cells = rows.map((row) =>
    row.map((cell, column) => visibleText(cell, column === last ? 200 : mostCharacters)),
  );
  const widths = headings.map((heading, column) =>
    Math.max(width(heading), ...cells.map((row) => width(row[column] ?? ''))),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - width(cell))))
      .join('  ')
      .trimEnd();
  const lines = [paint(out)('strong', line(headings)), ...cells.map(line)];
  return lines.map((text) => `${text}\n`).join('');
}

/** Longer cells are cut, for they widen their column: the whole of them stands in --json. */
const mostCharacters = 60;

function width(text: string): number {
  return [...segmenter.segment(text)].length;
}

const segmenter = new Intl.Segmenter();
