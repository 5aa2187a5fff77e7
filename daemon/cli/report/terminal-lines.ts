import { visibleText } from '../../../shared/visible-text.ts';

/** A longer line is shown in pieces. */
const longestLine = 64 * 1024;

/** A text of many lines as a terminal may have it: nothing in it is obeyed, a CR that ends no line neither. */
export function terminalLines(text: string): string {
  return text.split('\n').map(lineOf).join('\n');
}

/** The same of a text that comes in parts, wherever they are cut. */
export async function* terminalParts(parts: AsyncIterable<Uint8Array>): AsyncGenerator<string, void> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let rest = '';
  for await (const part of parts) {
    const text = rest + decoder.decode(part, { stream: true });
    const end = text.length > longestLine ? text.length - 1 : text.lastIndexOf('\n') + 1;
    rest = text.slice(end);
    if (end > 0) yield terminalLines(text.slice(0, end));
  }
  const last = rest + decoder.decode();
  if (last !== '') yield terminalLines(last);
}

function lineOf(line: string): string {
  // Every character may become an escape.
  return visibleText(line.replace(/\r$/, ''), 10 * line.length + 1);
}
