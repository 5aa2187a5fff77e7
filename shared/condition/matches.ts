import type { LogRecord } from '../log.ts';
import { folded } from './folded.ts';
import type { Leaf, ResolvedCondition } from './resolved-condition.ts';

/** Whether a record meets a condition: the meaning of the language, which every faster way must agree with. */
export function matches(condition: ResolvedCondition, record: LogRecord): boolean {
  switch (condition.ask) {
    case 'all':
      return condition.of.every((part) => matches(part, record));
    case 'any':
      return condition.of.some((part) => matches(part, record));
    case 'not':
      return !matches(condition.of, record);
    default:
      return leafMatches(condition, record);
  }
}

function leafMatches(leaf: Leaf, record: LogRecord): boolean {
  switch (leaf.ask) {
    case 'text':
      return textMatches(leaf, folded(record[leaf.field]));
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
