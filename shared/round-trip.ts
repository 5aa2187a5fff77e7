import * as z from 'zod/mini';
import { Failure } from './failure.ts';
import { Id } from './id.ts';
import { Refusal } from './refusal.ts';
import { Stage } from './stage.ts';

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

/** Where the letter was found, and what it brought along. */
export const Arrival = z.strictObject({
  /** The folder as people know it. */
  folder: text,
  /** The server took it for junk. */
  junk: z.boolean(),
  /** Since the start, by this machine's clock. */
  ms: milliseconds,
  hops: z.array(Hop),
  judgement: z.optional(Judgement),
});
export type Arrival = z.infer<typeof Arrival>;

/**
 * What became of a letter that was to be deleted again. `marked`: the server cannot delete one letter alone, and shows it as
 * deleted. `kept`: the folder is another one by now, where its UID may name any letter; nothing was touched. `refused`: it stands
 * there still, and the server says why. `unknown`: no answer came.
 */
const CleanedUp = z.strictObject({
  folder: text,
  how: z.enum(['removed', 'marked', 'kept', 'refused', 'unknown']),
  reply: z.optional(text),
});
export type CleanedUp = z.infer<typeof CleanedUp>;

/**
 * How a round trip can end. Returned: a report says why. Deferred: the sending server wants another try later. Not sent: it
 * never came to the letter. Not watched: the mailbox cannot be looked into, so that nothing was sent. Not seen: accepted, and
 * not found in time. Unknown: no answer to the last dot came, and it was not found.
 */
export const roundTripFates = [
  'arrived',
  'returned',
  'refused',
  'deferred',
  'not_sent',
  'not_watched',
  'not_seen',
  'unknown',
] as const;
const RoundTripFate = z.enum(roundTripFates);

const roundTripParts = ['sending', 'receiving'] as const;

/** The end of a round trip, with how far the letter got. */
export const RoundTripEnd = z.strictObject({
  type: z.literal('finished'),
  fate: RoundTripFate,
  ms: milliseconds,
  /** On record among the outgoing letters; absent when nothing was sent. */
  letterId: z.optional(Id),
  /** The first one: `copies` came. */
  arrival: z.optional(Arrival),
  copies: z.number(),
  /** The folders that it was looked for in, where it was in none. */
  searched: z.optional(z.array(text)),
  /** A report on the way back; `delayed` where the letter is still being tried. */
  bounce: z.optional(Bounce),
  /** Of the sending server. */
  reply: z.optional(text),
  queueId: z.optional(text),
  /** What broke, and on which side. */
  part: z.optional(z.enum(roundTripParts)),
  stage: z.optional(Stage),
  failure: z.optional(Failure),
});
export type RoundTripEnd = z.infer<typeof RoundTripEnd>;

/** What happens in a round trip, as it happens; `ms` counts from its start. */
export const RoundTripEvent = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('begun'),
    from: Id,
    fromByDefault: z.boolean(),
    to: Id,
    toByDefault: z.boolean(),
    recipient: text,
    timeoutMs: milliseconds,
  }),
  z.strictObject({
    type: z.literal('stage'),
    part: z.enum(roundTripParts),
    stage: Stage,
    /** How long it took. */
    ms: milliseconds,
  }),
  /** Among the outgoing letters, before a word of it is sent. */
  z.strictObject({ type: z.literal('recorded'), letterId: Id }),
  /** By the sending server. */
  z.strictObject({
    type: z.literal('accepted'),
    ms: milliseconds,
    reply: z.optional(text),
    queueId: z.optional(text),
  }),
  /** After each look at the mailbox. */
  z.strictObject({ type: z.literal('waiting'), ms: milliseconds }),
  z.extend(Arrival, { type: z.literal('arrived') }),
  z.extend(CleanedUp, { type: z.literal('cleaned_up') }),
  RoundTripEnd,
  z.strictObject({ type: z.literal('refused'), refusal: Refusal }),
]);
export type RoundTripEvent = z.infer<typeof RoundTripEvent>;

/** How long a letter is waited for, in seconds. */
export const roundTripSeconds = { least: 5, usual: 120, most: 600 } as const;

/** Accounts that are not named are the default ones; without a recipient it is the receiving account's user name. */
export const RoundTripOrder = z.strictObject({
  from: z.optional(Id),
  to: z.optional(Id),
  recipient: z.optional(z.string().check(z.maxLength(320))),
  timeoutS: z.optional(
    z.number().check(z.int(), z.minimum(roundTripSeconds.least), z.maximum(roundTripSeconds.most)),
  ),
  /** The letter may be deleted from the mailbox, once it has arrived. */
  cleanUp: z.boolean(),
});
export type RoundTripOrder = z.infer<typeof RoundTripOrder>;
