import * as z from 'zod/mini';
import { LogCondition } from './condition.ts';
import { Zone, pageAsked, recordSorts } from './record-query.ts';

/** Which records of the log, and where the person is. */
export const asked = { condition: LogCondition, zone: Zone };
export const LogAsked = z.strictObject(asked);
export type LogAsked = z.infer<typeof LogAsked>;

export const LogPageAsked = z.strictObject({
  ...asked,
  sort: z.optional(z.enum(recordSorts)),
  ...pageAsked,
});

export const logGroupings = ['source', 'level', 'accountId', 'testId'] as const;
export type LogGrouping = (typeof logGroupings)[number];
