import type { LogRecord } from '../log.ts';
import { folded } from './folded.ts';
import type { Leaf, ResolvedCondition } from './resolved-condition.ts';

/** Whether a record meets a condition: the meaning of the language, which every faster way must agree with. */
export function matches(condition: ResolvedCondition, record: LogRecord): boolean {
  return partMatches(condition, { record, folded: {} });
}

interface Asked {
  record: LogRecord;
  /** Its texts as far as they were asked for: folding one costs more than most questions. */
  folded: { message?: string; username?: string };
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
  switch (leaf.ask) {
    case 'text':
      return textMatches(leaf, (known[leaf.field] ??= folded(record[leaf.field])));
    case 'source':
      return leaf.of.includes(record.source);
    case 'level':
      return leaf.of.includes(record.level);
    case 'id': {
      const id = record[leaf.field];
      return id !== undefined && leaf.of.includes(id);
    }
    case 'absent':
      return record[leaf.field] === undefined;
    case 'time': {
      const at = Date.parse(record.createdAt);
      return leaf.from <= at && at < leaf.to;
    }
  }
}

/** Both folded. */
export function textMatches(
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
