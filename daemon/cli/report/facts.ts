import { visibleText } from '../../../shared/visible-text.ts';
import type { Output } from '../terminal.ts';
import { wrap } from '../wrap.ts';

/** Names and what they are, one a line, the values below each other; values may be anybody's text. */
export function facts(pairs: readonly (readonly [name: string, value: string])[], out: Output): string {
  const widest = Math.max(...pairs.map(([name]) => name.length)) + 2;
  const indent = ' '.repeat(widest);
  return pairs
    .map(([name, value]) => `${wrap(visibleText(value, 1000), out, indent, name.padEnd(widest))}\n`)
    .join('');
}
