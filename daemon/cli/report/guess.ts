import { againSentence } from '../../../shared/again-sentence.ts';
import { type ExplanationContext, explain } from '../../../shared/explanation.ts';
import { visibleJson } from '../../../shared/visible-text.ts';
import type { Guess } from '../../probe/classify.ts';
import { paint } from '../paint.ts';
import type { Output } from '../terminal.ts';
import { wrap } from '../wrap.ts';
import { stepLines } from './step-lines.ts';

/** What pasted text means, for a person. */
export function guessText(guess: Guess | undefined, text: string, out: Output): string {
  if (!guess) {
    const advice =
      'This text names no cause that Mailprobe knows. Paste the whole reply with its code, add --type, or run npx mailprobe test, which sees more than one line.';
    return `${wrap(advice, out)}\n`;
  }
  const context = contextOf(guess, text);
  const { title, why, steps } = explain(guess.kind, context);
  const others = guess.others.map((kind) => `  ${explain(kind, context).title}`);
  const blocks = [
    `${paint(out)('strong', title)}\n${wrap(why, out)}`,
    ['What to do:', ...stepLines(steps, out)].join('\n'),
    againSentence(guess.retry),
    ...(others.length > 0 ? [['The same words can also mean:', ...others].join('\n')] : []),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** The same for programs: one JSON object; `kind` is null when nothing was recognised. */
export function guessJson(guess: Guess | undefined, text: string): string {
  if (!guess) return `${visibleJson({ kind: null })}\n`;
  const { kind, retry, type, stage, others } = guess;
  return `${visibleJson({ kind, retry, type, stage, others, ...explain(kind, contextOf(guess, text)) })}\n`;
}

function contextOf({ type }: Guess, text: string): ExplanationContext {
  return { type, reply: text };
}
