import type { Output } from './terminal.ts';

/** Breaks a paragraph between words so that it fits the terminal; into a file or pipe it stays one line. */
export function wrap(text: string, out: Output, indent = '', first = indent): string {
  const width = out.isTTY ? Math.max(40, Math.min(out.columns || 80, 100)) : Infinity;
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of text.split(' ')) {
    if (!empty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = indent;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line].join('\n');
}
