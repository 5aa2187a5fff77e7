import * as z from 'zod/mini';
import { Condition } from './condition.ts';
import { isTimeZone } from './condition/time-zone.ts';
import { type LogRecord, logLevels } from './log.ts';
import { conditionTexts as english } from './texts/en/conditions.ts';
import { textsOf } from './texts.ts';

const texts = textsOf('conditions', english);

/** Of each two the first is the order of time, backwards or forwards; records of one level stand newest first. */
export const logSorts = ['newest', 'oldest', 'highest', 'lowest'] as const;

/** A place in a list, whatever its order: the number of a level, a dot, an id. The record need not be there any more. */
export const LogCursor = z.string().check(z.regex(/^[0-3]\.[1-9]\d{17}$/, { error: () => texts().noPlace }));
export type LogCursor = z.infer<typeof LogCursor>;

/** The place of a record: to go on behind it, or back from it. */
export function logCursor({ level, id }: Pick<LogRecord, 'level' | 'id'>): LogCursor {
  return `${logLevels.indexOf(level)}.${id}`;
}

/** Which records, and where the person is, since "today" depends on it. */
export const asked = {
  condition: Condition,
  /** IANA name, such as `Europe/Berlin`. */
  zone: z.string().check(
    z.maxLength(64, { error: () => texts().noZone }),
    z.refine((zone) => isTimeZone(zone), { error: () => texts().noZone }),
  ),
};
export const LogAsked = z.strictObject(asked);
export type LogAsked = z.infer<typeof LogAsked>;

export const LogPageAsked = z.strictObject({
  ...asked,
  sort: z.optional(z.enum(logSorts)),
  /** The page behind this place; the first page when neither is said. */
  after: z.optional(LogCursor),
  /** The page before this place, or the last page. */
  before: z.optional(z.union([LogCursor, z.literal('end')])),
  limit: z.number().check(z.int(), z.minimum(1), z.maximum(200)),
});
export type LogPageAsked = z.infer<typeof LogPageAsked>;

export const logGroupings = ['source', 'level', 'accountId', 'testId'] as const;
export type LogGrouping = (typeof logGroupings)[number];
