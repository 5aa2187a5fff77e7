import { textMatches } from '../../../shared/condition/matches.ts';
import { folded } from '../../../shared/condition/folded.ts';
import type { Leaf, ResolvedCondition } from '../../../shared/condition/resolved-condition.ts';
import type { LogLevel, LogSource } from '../../../shared/log.ts';

/** What all records of a class have in common. */
export interface LogClass {
  id: number;
  source: LogSource;
  level: LogLevel;
  username: string;
  createdBy: string;
  /** How many there are. */
  records: number;
}

/** What is left to ask of each record: `no` stands directly before a leaf. */
export type Residual =
  | boolean
  | Leaf
  | { ask: 'no'; of: Leaf }
  | { ask: 'all' | 'any'; of: readonly Exclude<Residual, boolean>[] };

/** The condition for records of one class: what the class answers is answered, so that most conditions end here. */
export function residual(condition: ResolvedCondition, of: LogClass, negated = false): Residual {
  switch (condition.ask) {
    case 'not':
      return residual(condition.of, of, !negated);
    case 'all':
    case 'any': {
      // De Morgan: not all is any that is not.
      const every = (condition.ask === 'all') !== negated;
      return joined(
        every ? 'all' : 'any',
        condition.of.map((part) => residual(part, of, negated)),
      );
    }
    default: {
      const answer = answerOf(condition, of);
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

/** Undefined where records of one class differ. */
function answerOf(leaf: Leaf, { source, level, username, createdBy }: LogClass): boolean | undefined {
  switch (leaf.ask) {
    case 'source':
      return leaf.of.includes(source);
    case 'level':
      return leaf.of.includes(level);
    case 'text':
      return leaf.field === 'username' ? textMatches(leaf, folded(username)) : undefined;
    case 'id':
      if (leaf.of.length === 0) return false;
      return leaf.field === 'createdBy' ? leaf.of.includes(createdBy) : undefined;
    case 'absent':
      return leaf.field === 'createdBy' ? false : undefined;
    case 'time':
      return leaf.from >= leaf.to ? false : undefined;
  }
}
