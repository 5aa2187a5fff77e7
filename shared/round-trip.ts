import * as z from 'zod/mini';
import { Failure } from './failure.ts';
import { Id } from './id.ts';

const text = z.string();
const milliseconds = z.number();

/** One server's Received header (RFC 5321 §4.4). */
export const Hop = z.strictObject({
  /** Who handed the letter over, as the server wrote it down. */
  from: z.optional(text),
  by: z.optional(text),
  /** The protocol: ESMTPS, LMTP. */
  protocol: z.optional(text),
  id: z.optional(text),
  /** By the server's own clock, ISO 8601. */
  at: z.optional(z.iso.datetime({ precision: 3 })),
  /** Since the hop before; absent where the clocks of the two do not allow to say. Servers write whole seconds. */
  delayMs: z.optional(milliseconds),
  /** How far the server's clock is at least ahead of what is possible; negative: behind. */
  clockOffMs: z.optional(milliseconds),
});
export type Hop = z.infer<typeof Hop>;

/** One method's result, as it stands in Authentication-Results (RFC 8601 §2.2). */
export const MethodResult = z.strictObject({
  /** `spf`, `dkim`, `dmarc`. */
  method: text,
  /** `pass`, `fail`, `softfail`, `none`. */
  result: text,
  reason: z.optional(text),
  /** What was judged: `header.d` and such. */
  properties: z.array(z.strictObject({ name: text, value: text })),
});
export type MethodResult = z.infer<typeof MethodResult>;

/** What the receiving server found out about the sender. */
export const Judgement = z.strictObject({
  /** Who says it; empty from servers that do not sign their word. */
  by: text,
  results: z.array(MethodResult),
  /** Headers of the same kind that somebody else may have written. */
  notBelieved: z.number(),
});
export type Judgement = z.infer<typeof Judgement>;

/** Why a letter came back (RFC 3464). */
export const Bounce = z.strictObject({
  /** The server that gave up. */
  reportedBy: z.optional(text),
  recipient: z.optional(text),
  /** `failed`: for ever. `delayed`: it is still being tried. */
  action: z.optional(text),
  /** Enhanced status code: `5.2.2`. */
  status: z.optional(text),
  /** The words of the server that did not take it. */
  diagnostic: z.optional(text),
});
export type Bounce = z.infer<typeof Bounce>;
