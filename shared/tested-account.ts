import * as z from 'zod/mini';
import { Account } from './account.ts';
import { type Verdict, verdicts } from './event.ts';
import { LastTest } from './last-test.ts';

/**
 * How a test of an account ended, in short: when (Unix time in ms), how long it took, its verdict. A list, since a
 * thousand accounts have twenty each: by names they were more octets than all else that is told of them.
 */
export type RecentTest = readonly [endedAtMs: number, ms: number, verdict: Verdict];

/** So many of an account are kept. */
export const mostRecentTests = 20;

/** An account and how its newest test ended, with its last tests in short, the newest last; nothing of it is secret. */
export const TestedAccount = z.strictObject({
  account: Account,
  lastTest: z.optional(LastTest),
  /** Logins with this password were refused in a row: only a person's own test goes on. */
  guarded: z.optional(z.literal(true)),
  /** The password that was stored is nowhere any more, as after a keychain was emptied: it has to be typed again. */
  passwordLost: z.optional(z.literal(true)),
  // By hand: twenty thousand schemas of a tuple took as long as all the rest of a reply.
  recent: z.optional(
    z.custom<readonly RecentTest[]>((value) => Array.isArray(value) && value.every(isRecentTest)),
  ),
});
export type TestedAccount = z.infer<typeof TestedAccount>;

export function isRecentTest(value: unknown): value is RecentTest {
  if (!Array.isArray(value) || value.length !== 3) return false;
  const [endedAtMs, ms, verdict] = value as unknown[];
  return Number.isFinite(endedAtMs) && Number.isFinite(ms) && verdicts.some((known) => known === verdict);
}
