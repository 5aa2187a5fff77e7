import * as z from 'zod/mini';
import { Account } from './account.ts';
import { Verdict } from './event.ts';
import { LastTest } from './last-test.ts';

/**
 * How a test of an account ended, in short: when (Unix time in ms), how long it took, its verdict. A list, since a
 * thousand accounts have twenty each: by names they were more octets than all else that is told of them.
 */
export const RecentTest = z.tuple([z.number(), z.number(), Verdict]);
export type RecentTest = z.infer<typeof RecentTest>;

/** So many of an account are kept. */
export const mostRecentTests = 20;

/** An account and how its newest test ended, with its last tests in short, the newest last; nothing of it is secret. */
export const TestedAccount = z.strictObject({
  account: Account,
  lastTest: z.optional(LastTest),
  recent: z.optional(z.array(RecentTest)),
});
export type TestedAccount = z.infer<typeof TestedAccount>;
