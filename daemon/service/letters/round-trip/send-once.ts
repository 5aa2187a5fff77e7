import { domainToASCII } from 'node:url';
import type { Account } from '../../../../shared/account.ts';
import type { TestEvent } from '../../../../shared/event.ts';
import type { Id } from '../../../../shared/id.ts';
import { Refused } from '../../../../shared/refusal.ts';
import { senderAddress } from '../../../../shared/sender-address.ts';
import type { SentLetter } from '../../../probe/sent-letter.ts';
import type { Person } from '../../../store/person.ts';
import type { EndedSending } from '../../../store/letters.ts';
import type { Secret } from '../../../secret.ts';
import type { LogWriter } from '../../main-log.ts';
import { endOfSending, logOfSending } from '../outgoing/letter-log.ts';
import type { RetriedWrites } from '../retried-writes.ts';
import { countedWalk, type LoginParts } from '../counted-walk.ts';

interface Sending {
  account: Account;
  byDefault: boolean;
  recipient: string;
  token: string;
  person: Person;
  mainLog: LogWriter;
  /** The list of letters has changed. */
  changed: () => void;
  untilWritten: RetriedWrites['untilWritten'];
  /** Told of what is still being written when it has ended. */
  keeping: (kept: Promise<void>) => void;
  /** Until then the server must have answered. */
  timeoutMs: number;
  signal: AbortSignal;
  /** Asked when its turn has come, and before it is handed over: the account as it is now. Throws `Refused` where it may not be sent any more. */
  mayGo: () => Promise<Account>;
  /** It is on record, and nothing of it is sent yet. */
  recorded: (letterId: Id) => void;
  /** The password it is sent with, which no server's word may hold. */
  opened: (password: Secret) => void;
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
  // With the first letter, and not before, comes the library that sends it.
  const { sendLetter } = await import('../../../probe/send.ts');
  const { account, mainLog, token, recipient, changed, untilWritten, timeoutMs, signal } = sending;
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
  let refusal: Refused | undefined;

  // In one write: a daemon that ends now leaves nothing for the next one to send.
  const { id } = await letters.addUnqueued({
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
  changed();
  sending.recorded(id);

  try {
    const login = { accountId: account.id, account: sending.mayGo, turn: 'login' } as const;
    const walk = countedWalk(parts, login, signal, (request) => {
      sending.opened(request.password);
      return sendLetter(
        {
          ...request,
          letter,
          recipients: [recipient],
          async handOver(deliveries) {
            await sending.mayGo().catch((error: unknown) => {
              if (error instanceof Refused) refusal = error;
              throw error;
            });
            if (!(await letters.handOver(id, Date.now(), deliveries)))
              throw new Error('The letter is not being sent any more.');
          },
        },
        { signal, timeoutMs, answerMs: timeoutMs },
      );
    });
    for await (const event of walk) {
      await mainLog.add(logOfSending({ id, accountId: account.id }, event, settings));
      if (event.type === 'passed') sending.passed(event);
      if (event.type === 'failed') ({ stage } = event);
      if (event.type === 'sender') reachedLetter = true;
      if (event.type === 'ended') {
        told = event.sent;
        ended = outcome(told);
      }
    }
    if (refusal) throw refusal;
  } finally {
    // Refused before the walk began, or broken off.
    ended ??= outcome(told);
  }
  return ended;

  function outcome(sent: SentLetter): SentOnce {
    sending.keeping(keep(sent));
    return { letterId: id, sent, reachedLetter, ...(stage && { stage }) };
  }

  async function keep(sent: SentLetter): Promise<void> {
    const { outcome, deliveries, reply, queueId, failure } = sent;
    const status = outcome === 'taken' ? 'Processed' : outcome === 'unknown' ? 'Unknown' : 'Failed';
    const end: EndedSending = { status, deliveries, reply, queueId, failureKind: failure?.kind };
    const isKept = await untilWritten(`The end of letter ${id}`, () => letters.end(id, end));
    // Handed over it is Unknown at the next start, else Failed: never sent a second time.
    if (!isKept) return;
    const { level, message } = endOfSending(end, settings);
    await mainLog.add([
      { source: 'Outgoing Mail', level, message: `Letter ${id}: ${message}`, accountId: account.id },
    ]);
    changed();
  }
}
