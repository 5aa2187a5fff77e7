import { visibleText } from '../../../shared/visible-text.ts';
import type { Output } from '../terminal.ts';
import { wrap } from '../wrap.ts';

/** Numbered steps, the way they are to be tried. */
export function stepLines(steps: readonly string[], out: Output): string[] {
  return steps.map((step, index) => {
    const number = `  ${index + 1}. `;
    return wrap(visibleText(step), out, ' '.repeat(number.length), number);
  });
}
