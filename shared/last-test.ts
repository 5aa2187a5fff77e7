import * as z from 'zod/mini';
import { MessageIds, Verdict } from './event.ts';
import { Failure } from './failure.ts';
import { Id } from './id.ts';
import { Stage } from './stage.ts';
import { TestWarning } from './warning.ts';

/** How the newest test of a saved account ended. */
export const LastTest = z.strictObject({
  testId: Id,
  /** ISO 8601, UTC, milliseconds. */
  endedAt: z.iso.datetime({ precision: 3 }),
  verdict: Verdict,
  ms: z.number(),
  /** Where it failed, and why; only when it did. */
  stage: z.optional(Stage),
  failure: z.optional(Failure),
  ids: z.optional(MessageIds),
  warnings: z.array(TestWarning),
  /** The account was changed since in a way that the test would see. */
  changed: z.boolean(),
});
export type LastTest = z.infer<typeof LastTest>;
