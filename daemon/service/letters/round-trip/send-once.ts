import { domainToASCII } from 'node:url';
import type { Account } from '../../../../shared/account.ts';
import type { TestEvent } from '../../../../shared/event.ts';
import type { Id } from '../../../../shared/id.ts';
import { senderAddress } from '../../../../shared/sender-address.ts';
import { sendLetter } from '../../../probe/send.ts';
import type { SentLetter } from '../../../probe/sent-letter.ts';
import type { Person } from '../../../store/person.ts';
import type { EndedSending } from '../../../store/letters.ts';
import type { LogWriter } from '../../main-log.ts';
import { endOfSending, logOfSending } from '../outgoing/letter-log.ts';
import { countedWalk, type LoginParts } from './counted-walk.ts';

interface Sending {
  account: Account;
  byDefault: boolean;
  recipient: string;
  token: string;
  person: Person;
  mainLog: LogWriter;
  /** The list of letters has changed. */
  changed: () => void;
  /** Until then the server must have answered. */
  timeoutMs: number;
  signal: AbortSignal;
  /** Told of each stage that is passed. */
  passed: (event: Extract<TestEvent, { type: 'passed' }>) => void;
}

/** How it was sent, once. */
export interface SentOnce {
  letterId: Id;
  sent: SentLetter;
  /** It came to the letter itself: the server had accepted its sender. */
  reachedLetter: boolean;
  /** The stage that failed. */
  stage?: Extract<TestEvent, { type: 'failed' }>['stage'];
}

/**
 * Sends the letter of a round trip: past the queue, since it is tried once and somebody waits, but on record as every
 * other one, with the server's reply and its name for it. Throws `Refused` where no login may be tried.
 */
export async function sendOnce(parts: LoginParts, sending: Sending): Promise<SentOnce> {
  const { letters } = parts.store;
  const { account, mainLog, token, recipient, changed, timeoutMs, signal } = sending;
  const settings = account.connection;
  const from = settings.from ?? '';
  const now = new Date();
  const subject = `Mailprobe round trip ${token}`;
  const text = `This letter was sent to find out whether it arrives. It may be deleted.\n\n${token}`;
  const messageId = `${token}@${domainToASCII(senderAddress(from)?.domain ?? '') || 'localhost'}`;
  const letter = { from, to: recipient, subject, text, messageId, date: now };
  let ended: SentOnce | undefined;
  let told: SentLetter = { outcome: 'stopped', deliveries: [{ address: recipient, outcome: 'waiting' }] };
  let reachedLetter = false;
  let stage: SentOnce['stage'];

  const { id } = await letters.add({
    createdAt: now.toISOString(),
    direction: 'outgoing',
    // Never Ready: the queue must not take it.
    status: 'In Process',
    accountId: account.id,
    byDefault: sending.byDefault,
    sender: from,
    recipients: recipient,
    subject,
    messageId,
    octets: Buffer.byteLength(text),
    attempts: 1,
    username: sending.person.username,
    createdBy: sending.person.id,
    headers: [],
    text,
    deliveries: [{ address: recipient, outcome: 'waiting' }],
  });
  // A daemon that ends now leaves nothing for the next one to send.
  await letters.handOver(id, 0, told.deliveries);
  changed();

  try {
    const walk = countedWalk(parts, account, signal, (request) =>
      sendLetter(
        {
          ...request,
          letter,
          recipients: [recipient],
          async handOver(deliveries) {
            if (!(await letters.handOver(id, Date.now(), deliveries)))
              throw new Error('The letter is not being sent any more.');
          },
        },
        { signal, timeoutMs, answerMs: timeoutMs },
      ),
    );
    for await (const event of walk) {
      await mainLog.add(logOfSending({ id, accountId: account.id }, event, settings));
      if (event.type === 'passed') sending.passed(event);
      if (event.type === 'failed') ({ stage } = event);
      if (event.type === 'sender') reachedLetter = true;
      if (event.type === 'ended') {
        told = event.sent;
        ended = await keep(told);
      }
    }
  } finally {
    // Refused before the walk began, broken off, or not written down at first.
    ended ??= await keep(told);
  }
  return ended;

  async function keep(sent: SentLetter): Promise<SentOnce> {
    const { outcome, deliveries, reply, queueId, failure } = sent;
    const status = outcome === 'taken' ? 'Processed' : outcome === 'unknown' ? 'Unknown' : 'Failed';
    const end: EndedSending = { status, deliveries, reply, queueId, failureKind: failure?.kind };
    await letters.end(id, end);
    const { level, message } = endOfSending(end, settings);
    await mainLog.add([
      { source: 'Outgoing Mail', level, message: `Letter ${id}: ${message}`, accountId: account.id },
    ]);
    changed();
    return { letterId: id, sent, reachedLetter, ...(stage && { stage }) };
  }
}
