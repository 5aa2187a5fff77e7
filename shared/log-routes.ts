import * as z from 'zod/mini';
import { Id } from './id.ts';
import { LogTail } from './live-event.ts';
import { asked, LogAsked, logGroupings, LogPageAsked } from './log-query.ts';
import { mostCounted, RecordCursor, recordSorts } from './record-query.ts';
import { LogRecord } from './log.ts';
import type { Route } from './route.ts';

/** The routes of the Main Log. */
export const logRoutes = {
  logPage: {
    path: '/log/page',
    access: 'client',
    body: z.strictObject({
      /** Id of the last record of the page before. */
      before: z.optional(Id),
      limit: z.number().check(z.int(), z.minimum(1), z.maximum(500)),
      accountId: z.optional(Id),
      testId: z.optional(Id),
    }),
    reply: z.strictObject({ records: z.array(LogRecord) }),
  },
  /** A page of the records that meet a condition. `next` is missing at the end. */
  logQuery: {
    path: '/log/query',
    access: 'client',
    body: LogPageAsked,
    reply: z.strictObject({ records: z.array(LogRecord), next: z.optional(RecordCursor) }),
  },
  /** How many meet it; not `exact` where counting ended at `most`, or when its time was over. What is known without counting may be more. */
  logCount: {
    path: '/log/count',
    access: 'client',
    body: z.strictObject({ ...asked, most: mostCounted }),
    reply: z.strictObject({ count: z.number(), exact: z.boolean() }),
  },
  /**
   * The largest groups first, 200 at most, `more` where there are others; without a `value` of those that have none.
   * Not `exact` where the time was over before every record was counted.
   */
  logGroup: {
    path: '/log/group',
    access: 'client',
    body: z.strictObject({ ...asked, by: z.enum(logGroupings) }),
    reply: z.strictObject({
      groups: z.array(z.strictObject({ value: z.optional(z.string()), count: z.number() })),
      exact: z.boolean(),
      more: z.boolean(),
    }),
  },
  /** Every record that meets it. */
  logExport: {
    path: '/log/export',
    access: 'client',
    body: z.strictObject({ ...asked, sort: z.optional(z.enum(recordSorts)) }),
    line: LogRecord,
  },
  /** Records that meet it, as they are written; the first line says that nothing is missed from here on. */
  logFollow: { path: '/log/follow', access: 'client', body: LogAsked, line: LogTail },
  logGet: {
    path: '/log/get',
    access: 'client',
    body: z.strictObject({ id: Id }),
    reply: z.strictObject({ record: LogRecord }),
  },
} as const satisfies Record<string, Route>;
