import { conditionInWords } from '../../../shared/condition/condition-in-words.ts';
import { ConditionTrouble } from '../../../shared/condition/condition-tokens.ts';
import type { ConditionField } from '../../../shared/condition/fields.ts';
import type { Condition } from '../../../shared/condition.ts';
import { visibleText } from '../../../shared/visible-text.ts';
import { UsageError } from '../usage-error.ts';

const before = 60;
const after = 40;

/** The condition of `--where`. Throws UsageError that shows the place with carets under it. */
export function whereCondition(text: string, fields: readonly ConditionField[]): Condition {
  try {
    return conditionInWords(text, fields);
  } catch (error) {
    if (!(error instanceof ConditionTrouble)) throw error;
    throw new UsageError(`--where: ${error.message}`, ...marked(text, error));
  }
}

/** The line, of a long one the part around the place, and carets under it. */
function marked(text: string, { at, end }: ConditionTrouble): [line: string, carets: string] {
  const from = Math.max(0, at - before);
  const cut = from > 0 ? '…' : '';
  // Each character is shown by one: an escape would push the carets aside.
  const oneEach = (part: string) =>
    [...part].map((each) => (visibleText(each) === each ? each : ' ')).join('');
  const rest = text.length > at + after ? '…' : '';
  const shown = `${cut}${oneEach(text.slice(from, at))}`;
  const carets = '^'.repeat(Math.max(1, Array.from(text.slice(at, Math.min(end, at + after))).length));
  return [
    `  ${shown}${oneEach(text.slice(at, at + after))}${rest}`,
    `  ${' '.repeat(Array.from(shown).length)}${carets}`,
  ];
}
