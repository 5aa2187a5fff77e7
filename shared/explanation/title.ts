import type { FailureKind } from '../failure.ts';
import { titles as english } from '../texts/en/titles.ts';
import { textsOf } from '../texts.ts';
import type { ExplanationContext } from './entry.ts';

const titles = textsOf('titles', english);

/** A cause in at most 70 characters: what a row of a list has room for. Why and what to do stand in `explain`. */
export function titleOf(kind: FailureKind, context: ExplanationContext = {}): string {
  const title = titles()[kind];
  return typeof title === 'function' ? title(context) : title;
}
