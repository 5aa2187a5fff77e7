import { type AskedRecord, matches } from '../../../shared/condition/matches.ts';
import type { Leaf, ResolvedCondition } from '../../../shared/condition/resolved-condition.ts';

/** What is left to ask of each record: `no` stands directly before a leaf. */
export type Residual =
  | boolean
  | Leaf
  | { ask: 'no'; of: Leaf }
  | { ask: 'all' | 'any'; of: readonly Exclude<Residual, boolean>[] };

/** The condition for records that have this in common: what that answers is answered, so that most conditions end here. */
export function residual(condition: ResolvedCondition, shared: AskedRecord, negated = false): Residual {
  switch (condition.ask) {
    case 'not':
      return residual(condition.of, shared, !negated);
    case 'all':
    case 'any': {
      // De Morgan: not all is any that is not.
      const every = (condition.ask === 'all') !== negated;
      return joined(
        every ? 'all' : 'any',
        condition.of.map((part) => residual(part, shared, negated)),
      );
    }
    default: {
      const answer = answerOf(condition, shared);
      if (answer !== undefined) return answer !== negated;
      return negated ? { ask: 'no', of: condition } : condition;
    }
  }
}

function joined(ask: 'all' | 'any', parts: readonly Residual[]): Residual {
  const decides = ask === 'any';
  if (parts.includes(decides)) return decides;
  const of = parts.filter((part) => typeof part !== 'boolean');
  const [only] = of;
  if (!only) return !decides;
  return of.length === 1 ? only : { ask, of };
}

/** Undefined where these records differ. */
function answerOf(leaf: Leaf, shared: AskedRecord): boolean | undefined {
  if (leaf.ask === 'time' && leaf.from >= leaf.to) return false;
  if ((leaf.ask === 'id' || leaf.ask === 'choice') && leaf.of.length === 0) return false;
  return leaf.field in shared ? matches(leaf, shared) : undefined;
}
