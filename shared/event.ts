import * as z from 'zod/mini';
import { Failure } from './failure.ts';
import { Stage } from './stage.ts';
import { TestWarning } from './warning.ts';

export const verdicts = ['passed', 'failed', 'cancelled'] as const;
export const Verdict = z.enum(verdicts);
export type Verdict = z.infer<typeof Verdict>;

/** Message ids of the mailbox: how many, and the newest ten, newest first. */
export const MessageIds = z.strictObject({ count: z.number(), newest: z.array(z.string()) });
export type MessageIds = z.infer<typeof MessageIds>;

/**
 * What happens in one test, as it happens (contract §2): the same objects in the Main Log, the API
 * stream, the pages and `--json`. Every text is redacted before the event exists. `ms` is monotonic.
 */
export const TestEvent = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('started'), stage: Stage }),
  z.strictObject({
    type: z.literal('passed'),
    stage: Stage,
    ms: z.number(),
    evidence: z.record(z.string(), z.unknown()),
  }),
  z.strictObject({ type: z.literal('failed'), stage: Stage, ms: z.number(), failure: Failure }),
  /** One line of the session; only with debug. `note` is ours: TLS started, bytes left out. */
  z.strictObject({
    type: z.literal('transcript'),
    stage: Stage,
    from: z.enum(['client', 'server', 'note']),
    text: z.string(),
  }),
  z.strictObject({
    type: z.literal('finished'),
    verdict: Verdict,
    ms: z.number(),
    ids: z.optional(MessageIds),
    /** What a pass does not hide: plain text, validation off, a certificate about to expire. */
    warnings: z.array(TestWarning),
  }),
]);
export type TestEvent = z.infer<typeof TestEvent>;
