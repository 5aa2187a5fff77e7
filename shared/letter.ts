import * as z from 'zod/mini';
import { FailureKind } from './failure.ts';
import { Id } from './id.ts';

export const letterDirections = ['incoming', 'outgoing'] as const;
export const LetterDirection = z.enum(letterDirections);
export type LetterDirection = z.infer<typeof LetterDirection>;

/**
 * Ready waits to be sent, In Process is being sent or fetched, Ignored came from its own recipient. Unknown: it was handed
 * over, and nobody knows whether the server took it.
 */
export const letterStatuses = ['Ready', 'In Process', 'Processed', 'Failed', 'Ignored', 'Unknown'] as const;
export const LetterStatus = z.enum(letterStatuses);
export type LetterStatus = z.infer<typeof LetterStatus>;

/** Of an outgoing letter: nobody can say yet what becomes of it. */
export function isOnItsWay(status: LetterStatus): boolean {
  return status === 'Ready' || status === 'In Process';
}

/** How much of what others wrote is kept, in characters. */
export const letterLimits = {
  subject: 998,
  sender: 998,
  messageId: 998,
  recipients: 8_192,
  reply: 4_096,
  queueId: 128,
  /** Names and values of all headers together. */
  headers: 65_536,
  text: 262_144,
} as const;

/**
 * Why Mailprobe gives a letter up, or has not all of it, where that is no word of a server's: a code, which
 * `letter-reason.ts` puts into words.
 */
export const letterReasons = [
  'account_deleted',
  'record_damaged',
  'test_over',
  'daemon_ended',
  'unreadable',
  'not_kept',
  'nothing_given',
  'withheld',
] as const;
export const LetterReason = z.enum(letterReasons);
export type LetterReason = z.infer<typeof LetterReason>;

const address = z.string().check(z.maxLength(letterLimits.sender));
const addresses = z.string().check(z.maxLength(letterLimits.recipients));
const time = z.iso.datetime({ precision: 3 });
const count = z.number().check(z.int(), z.minimum(0));

/** What lists and conditions see of a letter. */
export const LetterRecord = z.strictObject({
  id: Id,
  /** When it was recorded: ISO 8601, UTC, milliseconds. */
  createdAt: time,
  direction: LetterDirection,
  status: LetterStatus,
  accountId: z.optional(Id),
  /** Nobody named the account: it was the default one. */
  byDefault: z.boolean(),
  /** From, as text. */
  sender: address,
  /** To, as text, separated by commas; conditions look in Cc and Bcc as well. */
  recipients: addresses,
  cc: z.optional(addresses),
  bcc: z.optional(addresses),
  /** It went to these addresses of `simple.email.test.user` in place of its own recipients. */
  redirectedTo: z.optional(addresses),
  subject: z.string().check(z.maxLength(letterLimits.subject)),
  /** Without its brackets. */
  messageId: z.optional(z.string().check(z.maxLength(letterLimits.messageId))),
  /** What its Date says; of an incoming one. */
  sentAt: z.optional(time),
  /** Its size. */
  octets: count,
  /** How often it was tried to send it since it was recorded, or since a person asked for another try. */
  attempts: count,
  /** When the next try is due, for one that is Ready. */
  nextAttemptAt: z.optional(time),
  /** Of a test letter: it is not tried any later. */
  triedUntil: z.optional(time),
  /** The server's last words about it, redacted. */
  reply: z.optional(z.string().check(z.maxLength(letterLimits.reply))),
  /** What the server calls it. */
  queueId: z.optional(z.string().check(z.maxLength(letterLimits.queueId))),
  failureKind: z.optional(FailureKind),
  /** So many of its recipients were refused; missing where none was. */
  refused: z.optional(count),
  reason: z.optional(LetterReason),
  username: z.string(),
  createdBy: Id,
});
export type LetterRecord = z.infer<typeof LetterRecord>;

/** Waiting: not accepted yet, or only until now refused. Unknown as of a letter. */
export const deliveryOutcomes = ['waiting', 'accepted', 'refused', 'unknown'] as const;

/** What became of an outgoing letter for one of those that it was sent to. */
export const Delivery = z.strictObject({
  address,
  outcome: z.enum(deliveryOutcomes),
  /** What the server said of this recipient, redacted. */
  reply: z.optional(z.string().check(z.maxLength(letterLimits.reply))),
});
export type Delivery = z.infer<typeof Delivery>;

/** What exports see of a letter: all that lists do, and what became of it for each recipient. */
export const ExportedLetter = z.extend(LetterRecord, {
  /** Of an outgoing one, from its first try on. */
  deliveries: z.optional(z.array(Delivery)),
});
export type ExportedLetter = z.infer<typeof ExportedLetter>;

export type ToldOutcome = Delivery['outcome'] | 'notSent';

/**
 * What a person is told: refused is what the server has refused for good. What failed before the recipient was named, or was
 * put off and then given up, was not sent.
 */
export function toldOutcome({ outcome, reply }: Pick<Delivery, 'outcome' | 'reply'>): ToldOutcome {
  return outcome === 'refused' && (reply === undefined || /^4\d\d/.test(reply)) ? 'notSent' : outcome;
}

/** Why a letter that is Ready is not sent, though its time has come. */
export const letterHolds = [
  'sending_off',
  'guarded',
  'secret_required',
  'secret_trouble',
  'account_inactive',
  'account_missing',
  'daemon_trouble',
] as const;
export const LetterHold = z.enum(letterHolds);
export type LetterHold = z.infer<typeof LetterHold>;

/** A letter with all that is kept of it. */
export const Letter = z.extend(LetterRecord, {
  replyTo: z.optional(addresses),
  /** In their order; of an incoming one. */
  headers: z.array(z.strictObject({ name: z.string(), value: z.string() })),
  /** Plain text; HTML was turned into it. */
  text: z.string().check(z.maxLength(letterLimits.text)),
  /** There was more of it. */
  textCut: z.optional(z.literal(true)),
  /** Of an outgoing one, from its first try on. */
  deliveries: z.array(Delivery),
  hold: z.optional(LetterHold),
});
export type Letter = z.infer<typeof Letter>;
