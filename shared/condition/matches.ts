import type { ConditionField } from './fields.ts';
import { folded } from './folded.ts';
import type { Leaf, ResolvedCondition } from './resolved-condition.ts';

/** A record as far as conditions ask for it; a text that is missing counts as empty. */
export type AskedRecord = { readonly [F in ConditionField]?: string | undefined };

/** Whether a record meets a condition: the meaning of the language, which every faster way must agree with. */
export function matches(condition: ResolvedCondition, record: AskedRecord): boolean {
  return partMatches(condition, { record, folded: {} });
}

interface Asked {
  record: AskedRecord;
  /** Its texts as far as they were asked for: folding one costs more than most questions. */
  folded: { [F in ConditionField]?: string };
}

function partMatches(condition: ResolvedCondition, asked: Asked): boolean {
  switch (condition.ask) {
    case 'all':
      return condition.of.every((part) => partMatches(part, asked));
    case 'any':
      return condition.of.some((part) => partMatches(part, asked));
    case 'not':
      return !partMatches(condition.of, asked);
    default:
      return leafMatches(condition, asked);
  }
}

function leafMatches(leaf: Leaf, { record, folded: known }: Asked): boolean {
  const value = record[leaf.field];
  switch (leaf.ask) {
    case 'text':
      return textMatches(leaf, (known[leaf.field] ??= folded(value ?? '')));
    case 'choice':
    case 'id':
      return value !== undefined && leaf.of.includes(value);
    case 'absent':
      return value === undefined;
    case 'time': {
      const at = value === undefined ? Number.NaN : Date.parse(value);
      return leaf.from <= at && at < leaf.to;
    }
  }
}

/** Both folded. */
function textMatches(
  { how, text }: Pick<Extract<Leaf, { ask: 'text' }>, 'how' | 'text'>,
  whole: string,
): boolean {
  switch (how) {
    case 'is':
      return whole === text;
    case 'contains':
      return whole.includes(text);
    case 'starts':
      return whole.startsWith(text);
    case 'ends':
      return whole.endsWith(text);
  }
}
