import * as z from 'zod/mini';
import { TestEvent } from './event.ts';
import { Id } from './id.ts';
import { LogRecord } from './log.ts';

const written = z.strictObject({ type: z.literal('log'), records: z.array(LogRecord) });
/** The first line, and every 20 s, so that an open and a dead connection show. */
const alive = z.strictObject({ type: z.literal('alive') });

/** One line of a stream of new records. */
export const LogTail = z.discriminatedUnion('type', [written, alive]);

/** One line of the stream that a page holds: every run from its first event, and what changes meanwhile. */
export const LiveEvent = z.discriminatedUnion('type', [
  /**
   * `accountId` is missing for a draft that was never saved. `draft`: of settings or a password that are
   * not stored, so that its result is not the account's.
   */
  z.strictObject({
    type: z.literal('queued'),
    testId: Id,
    accountId: z.optional(Id),
    draft: z.optional(z.literal(true)),
  }),
  z.strictObject({ type: z.literal('run'), testId: Id, event: TestEvent }),
  written,
  /** Ask for these anew. `accounts` also when a result was stored. */
  z.strictObject({
    type: z.literal('changed'),
    what: z.enum(['accounts', 'properties', 'clients', 'secrets', 'letters']),
  }),
  alive,
]);
export type LiveEvent = z.infer<typeof LiveEvent>;
