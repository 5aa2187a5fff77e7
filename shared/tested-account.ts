import * as z from 'zod/mini';
import { Account } from './account.ts';
import { LastTest } from './last-test.ts';

/** An account and how its newest test ended; nothing of it is secret. */
export const TestedAccount = z.strictObject({ account: Account, lastTest: z.optional(LastTest) });
export type TestedAccount = z.infer<typeof TestedAccount>;
