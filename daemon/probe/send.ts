import { setImmediate as nextTurn } from 'node:timers/promises';
import type { TestEvent } from '../../shared/event.ts';
import type { Failure } from '../../shared/failure.ts';
import { type Delivery, letterLimits } from '../../shared/letter.ts';
import type { SendingStep } from './classify/sending-step.ts';
import { dotStuffed } from './dot-stuffed.ts';
import { failureOf } from './failure-of.ts';
import { CodedFailure } from './known-failure.ts';
import { letterEnvelope, sayEnvelope } from './letter-envelope.ts';
import { type LetterParts, letterMessage } from './letter-message.ts';
import { openChannel } from './open-channel.ts';
import { type OpenSession, openSession, type WalkOptions, type WalkRequest } from './open-session.ts';
import { queueIdOf } from './queue-id.ts';
import { isLasting, type SendingEvent, type SentLetter } from './sent-letter.ts';
import { elapsed } from './session.ts';
import { has } from './smtp-capabilities.ts';
import { smtpDialect } from './smtp-dialect.ts';
import { smtpLogin } from './smtp-login.ts';
import { readAccepted, readReply } from './smtp-replies.ts';
import { shortened } from './wire/last-words.ts';

export interface SendRequest extends WalkRequest {
  letter: LetterParts;
  /** Who is to get it now: bare addresses, each once. */
  recipients: readonly string[];
  /** Called when all but the last dot is written. That dot follows once it resolves; where it rejects nothing is sent. */
  handOver: (deliveries: readonly Delivery[]) => Promise<void>;
}

export interface SendOptions extends WalkOptions {
  /** How long the answer to the last dot is waited for. */
  answerMs?: number;
}

/** Until the last dot. */
const untilDotMs = 120_000;
/** RFC 5321 §4.5.3.2.6. */
const usualAnswerMs = 600_000;
const farewellMs = 3_000;

/** How far it has come, for whoever must say what a failure means. */
interface Progress {
  step: SendingStep | undefined;
  deliveries: Delivery[];
  /** The last dot may be on its way: from here on only the server knows. */
  dotted: boolean;
  /** It could not be written down that the letter is handed over. */
  heldBack: boolean;
  ended: boolean;
}

/** Sends one letter. Never throws: `ended` comes once, and behind it nothing but the farewell. */
export async function* sendLetter(
  request: SendRequest,
  options: SendOptions = {},
): AsyncGenerator<SendingEvent, void> {
  const open = openSession(request, { timeoutMs: untilDotMs, ...options }, 'The sending');
  const deliveries = request.recipients.map((address): Delivery => ({ address, outcome: 'waiting' }));
  const progress: Progress = { step: undefined, deliveries, dotted: false, heldBack: false, ended: false };
  try {
    yield* walk(request, open, progress, options.answerMs ?? usualAnswerMs);
  } catch (error) {
    if (progress.ended) return;
    const sent = brokenOff(open, progress, error);
    const { stage, started } = open.session.at;
    if (sent.failure) yield { type: 'failed', stage, ms: elapsed(started), failure: sent.failure };
    yield { type: 'ended', sent };
  } finally {
    open.close();
  }
}

async function* walk(
  { letter, recipients, handOver }: SendRequest,
  open: OpenSession,
  progress: Progress,
  answerMs: number,
): AsyncGenerator<SendingEvent, void> {
  const { session, scrubber } = open;
  const channel = yield* scrubbed(open, openChannel(session, smtpDialect));
  yield* scrubbed(open, smtpLogin(session, channel));
  const { wire, capabilities } = channel;
  session.at = { stage: 'sender', started: performance.now() };
  session.transcript.enter('sender');
  wire.forgetWords();

  const message = await letterMessage(letter, { eightBit: has(capabilities, '8BITMIME') });
  const envelope = letterEnvelope(letter, recipients, message, capabilities);
  const pipelining = has(capabilities, 'PIPELINING');
  const replies = yield* meanwhile(open, sayEnvelope(wire, envelope, pipelining));
  if (!replies.mail.startsWith('250')) throw refusal(replies.mail);
  yield { type: 'sender', command: scrubber.scrub(envelope.mail), reply: shown(open, replies.mail) };

  const refusals: Failure[] = [];
  progress.deliveries = [];
  for (const [at, address] of recipients.entries()) {
    const reply = replies.rcpt[at] ?? '';
    const failure = /^25\d/.test(reply)
      ? undefined
      : scrubber.scrubDeep(failureOf(session, refusal(reply), 'recipient'));
    if (failure) refusals.push(failure);
    const outcome = failure ? (isLasting(failure) ? 'refused' : 'waiting') : 'unknown';
    const delivery: Delivery = { address, outcome, reply: shown(open, reply) };
    progress.deliveries.push(delivery);
    yield { type: 'recipient', delivery, ...(failure ? { kind: failure.kind } : {}) };
  }
  progress.step = 'letter';
  if (refusals.length === recipients.length) {
    const failure = refusals.find((each) => !isLasting(each)) ?? refusals[0];
    yield end(progress, { outcome: 'refused', reply: failure?.reply, failure });
    return yield* farewell(open);
  }

  wire.writeLines('DATA');
  yield* meanwhile(open, readAccepted(wire, '354'));
  yield { type: 'handing over', octets: message.octets.length, encoding: message.encoding };
  session.transcript.note(`The letter: ${message.octets.length} octets.`);
  for (const piece of dotStuffed(message.octets)) await wire.writeUnseen(piece);
  await handOver(progress.deliveries).catch((error: unknown) => {
    progress.heldBack = true;
    throw error;
  });
  // A server that has hung up meanwhile is noticed before the dot, not behind it.
  await nextTurn();
  session.signal.throwIfAborted();
  if (wire.destroyed) await wire.broken;
  open.allow(answerMs);
  wire.writeLines('.');
  progress.dotted = true;
  const answer = yield* meanwhile(open, readReply(wire));
  yield end(progress, answered(open, progress, answer));
  yield* farewell(open);
}

/** Its last dot was answered: for those whom the server had accepted the answer decides. */
function answered(open: OpenSession, progress: Progress, answer: string): Omit<SentLetter, 'deliveries'> {
  const reply = shown(open, answer);
  if (answer.startsWith('2')) {
    settle(progress, 'accepted');
    return { outcome: 'taken', reply, queueId: queueIdOf(reply) };
  }
  // Another code answers something else.
  if (!/^[45]/.test(answer)) return { outcome: 'unknown', reply };
  const failure = open.scrubber.scrubDeep(failureOf(open.session, refusal(answer), 'letter'));
  settle(progress, isLasting(failure) ? 'refused' : 'waiting', reply);
  return { outcome: 'refused', reply, failure };
}

/** What it means that the walk broke at this point. */
function brokenOff(open: OpenSession, progress: Progress, error: unknown): SentLetter {
  const { session, scrubber, cancelled } = open;
  const failure = scrubber.scrubDeep(failureOf(session, error, progress.step));
  if (progress.dotted)
    return { outcome: 'unknown', deliveries: progress.deliveries, reply: failure.reply, failure };
  if (cancelled || progress.heldBack) {
    settle(progress, 'waiting');
    return { outcome: cancelled ? 'stopped' : 'held back', deliveries: progress.deliveries };
  }
  settle(progress, isLasting(failure) ? 'refused' : 'waiting');
  return { outcome: 'refused', deliveries: progress.deliveries, reply: failure.reply, failure };
}

/** What was open until now is so. A recipient that was refused by itself stays so. */
function settle(progress: Progress, outcome: Delivery['outcome'], reply?: string): void {
  const isOpen = progress.step === undefined ? 'waiting' : 'unknown';
  progress.deliveries = progress.deliveries.map((delivery) =>
    delivery.outcome === isOpen
      ? { ...delivery, outcome, ...(reply === undefined ? {} : { reply }) }
      : delivery,
  );
}

function end(progress: Progress, sent: Omit<SentLetter, 'deliveries'>): SendingEvent {
  progress.ended = true;
  return { type: 'ended', sent: { ...sent, deliveries: progress.deliveries } };
}

/** Whatever becomes of it, the letter's end is known. */
async function* farewell(open: OpenSession): AsyncGenerator<SendingEvent, void> {
  const { wire } = open.session;
  if (!wire) return;
  open.allow(farewellMs);
  wire.writeLines('QUIT');
  yield* meanwhile(open, readReply(wire));
}

function refusal(reply: string): CodedFailure {
  return new CodedFailure('EREFUSED', 'The server refused the command.', { reply });
}

function shown({ scrubber }: OpenSession, reply: string): string {
  return scrubber.scrub(shortened(reply)).slice(0, letterLimits.reply).toWellFormed();
}

async function* scrubbed<T>(
  { scrubber }: OpenSession,
  events: AsyncGenerator<TestEvent, T>,
): AsyncGenerator<TestEvent, T> {
  for (;;) {
    const next = await events.next();
    if (next.done) return next.value;
    yield scrubber.scrubDeep(next.value);
  }
}

/** The transcript, as long as it takes. Rejects as soon as the walk is ended from outside. */
async function* meanwhile<T>(
  { session }: Pick<OpenSession, 'session'>,
  work: Promise<T>,
): AsyncGenerator<TestEvent, T> {
  const done = Promise.race([work, session.interrupted]);
  yield* session.transcript.follow(done);
  return done;
}
