import type { ResolvedCondition } from '../../../shared/condition/resolved-condition.ts';
import type { TimeSpan } from '../../../shared/condition/time-span.ts';

const always: TimeSpan = { from: -Infinity, to: Infinity };
const never: TimeSpan = { from: Infinity, to: -Infinity };

/** A span outside of which no record was created that meets the condition; there may be some inside that do not, either. */
export function timeBounds(condition: ResolvedCondition, negated = false): TimeSpan {
  switch (condition.ask) {
    case 'not':
      return timeBounds(condition.of, !negated);
    case 'all':
    case 'any': {
      const every = (condition.ask === 'all') !== negated;
      return condition.of
        .map((part) => timeBounds(part, negated))
        .reduce(every ? both : either, every ? always : never);
    }
    case 'time':
      if (condition.field !== 'createdAt') return always;
      return negated ? outside(condition) : condition;
    default:
      return always;
  }
}

function both(a: TimeSpan, b: TimeSpan): TimeSpan {
  return { from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) };
}

function either(a: TimeSpan, b: TimeSpan): TimeSpan {
  return { from: Math.min(a.from, b.from), to: Math.max(a.to, b.to) };
}

/** All but a span is a span only where it has one end. */
function outside({ from, to }: TimeSpan): TimeSpan {
  if (from === -Infinity) return { from: to, to: Infinity };
  return to === Infinity ? { from: -Infinity, to: from } : always;
}
