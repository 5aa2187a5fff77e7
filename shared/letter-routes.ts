import * as z from 'zod/mini';
import { Id } from './id.ts';
import { LetterForm } from './letter-form.ts';
import { Failure } from './failure.ts';
import { LettersPageAsked, lettersAsked } from './letter-query.ts';
import { ExportedLetter, Letter, LetterRecord, letterLimits } from './letter.ts';
import { RecordCursor, mostCounted, timeSorts } from './record-query.ts';
import { Refusal } from './refusal.ts';
import type { Route } from './route.ts';
import { RoundTripEvent, RoundTripOrder } from './round-trip.ts';
import { Stage } from './stage.ts';

const nothing = z.strictObject({});
const fetched = { letters: z.number(), ignored: z.number() };
/** So many letters at most are recorded by one fetch: the newest. */
export const mostFetched = 10_000;
const oneLetter = z.strictObject({ id: Id });

/** The routes of letters, a part of `routes`. */
export const letterRoutes = {
  /**
   * Records it, to be sent at once. Without an account by `default.email.account.send`; refused with a sentence where there is
   * none that can send.
   */
  lettersSend: {
    path: '/letters/send',
    access: 'client',
    body: LetterForm,
    /** Each character of a long text may be six in JSON. */
    bodyLimit: 2 * 1024 * 1024,
    reply: z.strictObject({
      letterId: Id,
      accountId: Id,
      byDefault: z.boolean(),
      /** As the properties are now, it goes to these addresses of `simple.email.test.user` in place of its own recipients. */
      redirectedTo: z.optional(z.string().check(z.maxLength(letterLimits.recipients))),
    }),
  },
  /** Of an outgoing one: with what only its record shows. */
  lettersGet: {
    path: '/letters/get',
    access: 'client',
    body: oneLetter,
    reply: z.strictObject({ letter: Letter }),
  },
  /** Sends one that has failed, or is unknown, once more, to those who have not got it; one that waits at once. */
  lettersRetry: { path: '/letters/retry', access: 'client', body: oneLetter, reply: nothing },
  /** One that waits is not tried again. */
  lettersGiveUp: { path: '/letters/give-up', access: 'client', body: oneLetter, reply: nothing },
  /**
   * Fetches what is new, from `default.email.account.receive` where no account is named; it ends when nobody reads on. With
   * `older` it fetches so many of those that were left on the server unrecorded in its place, the newest of them.
   * `refused` stands for what shows after the beginning, such as a password that cannot be had.
   */
  lettersFetch: {
    path: '/letters/fetch',
    access: 'client',
    body: z.strictObject({
      accountId: z.optional(Id),
      older: z.optional(z.number().check(z.int(), z.minimum(1), z.maximum(mostFetched))),
    }),
    line: z.discriminatedUnion('type', [
      z.strictObject({ type: z.literal('begun'), accountId: Id, byDefault: z.boolean() }),
      /** `coming` in all; `letters` of them are on record, `ignored` came from their own recipient. */
      z.strictObject({ type: z.literal('progress'), ...fetched, coming: z.number() }),
      /** `left` older ones stay on the server unrecorded, also from earlier fetches, as far as this one has seen. With `failure` what came before it is on record. */
      z.strictObject({
        type: z.literal('finished'),
        ...fetched,
        left: z.number(),
        stage: z.optional(Stage),
        failure: z.optional(Failure),
      }),
      z.strictObject({ type: z.literal('refused'), refusal: Refusal }),
    ]),
  },
  /** The letter as its server has it, 25 MB at most, in parts; whole only with the line that says so. */
  lettersSource: {
    path: '/letters/source',
    access: 'client',
    body: oneLetter,
    line: z.discriminatedUnion('type', [
      z.strictObject({ type: z.literal('part'), base64: z.string() }),
      z.strictObject({ type: z.literal('whole') }),
      z.strictObject({ type: z.literal('failed'), stage: Stage, failure: Failure }),
      z.strictObject({ type: z.literal('refused'), refusal: Refusal }),
    ]),
  },

  /** A page of the letters of one direction that meet a condition. `next` is missing at the end. */
  lettersQuery: {
    path: '/letters/query',
    access: 'client',
    body: LettersPageAsked,
    reply: z.strictObject({ records: z.array(LetterRecord), next: z.optional(RecordCursor) }),
  },
  /** How many meet it, counted to `most`; not `exact` where there may be more. */
  lettersCount: {
    path: '/letters/count',
    access: 'client',
    body: z.strictObject({ ...lettersAsked, most: mostCounted }),
    reply: z.strictObject({ count: z.number(), exact: z.boolean() }),
  },
  /** Every letter that meets it. */
  lettersExport: {
    path: '/letters/export',
    access: 'client',
    body: z.strictObject({ ...lettersAsked, sort: z.optional(z.enum(timeSorts)) }),
    line: ExportedLetter,
  },
  /** Sends a letter from one account and waits for it in the mailbox of another; it ends when nobody reads on. */
  lettersRoundTrip: {
    path: '/letters/round-trip',
    access: 'client',
    body: RoundTripOrder,
    line: RoundTripEvent,
  },
} as const satisfies Record<string, Route>;
