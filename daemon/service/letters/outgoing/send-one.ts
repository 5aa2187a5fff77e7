import type { Account } from '../../../../shared/account.ts';
import type { TestEvent } from '../../../../shared/event.ts';
import type { Delivery, Letter } from '../../../../shared/letter.ts';
import type { LogLevel } from '../../../../shared/log.ts';
import type { SentLetter } from '../../../probe/sent-letter.ts';
import type { Secret } from '../../../secret.ts';
import type { EndedSending } from '../../../store/letters.ts';
import type { RemoteTables } from '../../../store/store-port.ts';
import type { LogWriter } from '../../main-log.ts';
import type { LockOutGuard } from '../../tests/lock-out-guard.ts';
import type { ResultOwner } from '../../tests/test-results.ts';
import type { RetriedWrites } from '../retried-writes.ts';
import { endedSending } from './ended-sending.ts';
import { endOfSending, logOfSending, redirected } from './letter-log.ts';
import { recipientsOf } from './recipients-of.ts';

/** One try: what is sent, by what, and who is told. */
export interface Sending {
  letter: Letter;
  account: Account;
  password: Secret;
  /** Of `simple.email.test.user`. */
  testUsers: readonly string[];
  owner: ResultOwner;
  mainLog: LogWriter;
  signal: AbortSignal;
  /** The login is over: another one with this password may begin. */
  loggedIn: () => void;
  /** False holds the letter back: the daemon stops, or what it was begun with holds no longer. */
  mayHandOver: () => Promise<boolean>;
}

interface Parts {
  letters: RemoteTables['letters'];
  guard: Pick<LockOutGuard, 'count'>;
  changed: () => void;
  /** Until it succeeds, or nobody waits any more. */
  untilWritten: RetriedWrites['untilWritten'];
}

/** Sends a letter once, and writes down what became of it. */
export async function sendOne(
  { letters, guard, changed, untilWritten }: Parts,
  sending: Sending,
): Promise<void> {
  const { letter, account, owner, mainLog, loggedIn } = sending;
  const settings = account.connection;
  // With the first letter, and not before, comes the library that writes and sends it.
  const [{ letterMessage }, { sendLetter }] = await Promise.all([
    import('../../../probe/letter-message.ts'),
    import('../../../probe/send.ts'),
  ]);
  const { done, left, redirectedTo, to, cc } = recipientsOf(letter, sending.testUsers);
  const from = settings.from ?? letter.sender;
  const parts = {
    from,
    to,
    cc,
    subject: letter.subject,
    text: letter.text,
    messageId: letter.messageId ?? `${letter.id}@localhost`,
    date: new Date(letter.createdAt),
  };
  const { octets } = await letterMessage(parts, { eightBit: true });
  const unknown = letter.deliveries.filter(({ outcome }) => outcome === 'unknown');
  const doubtful = new Set(unknown.map(({ address }) => address));
  const waiting = left.map((address) => ({
    address,
    outcome: doubtful.has(address) ? ('unknown' as const) : ('waiting' as const),
  }));
  const begun = { sender: from, octets: octets.length, deliveries: [...done, ...waiting], redirectedTo };
  if (!(await letters.begin(letter.id, begun))) return;
  changed();
  const say = (level: LogLevel, message: string) =>
    mainLog.add([
      { source: 'Outgoing Mail', level, message: `Letter ${letter.id}: ${message}`, accountId: account.id },
    ]);
  if (redirectedTo !== undefined) await say('Info', redirected(letter, redirectedTo));

  const finish = async (sent: SentLetter) => {
    const ended: EndedSending = endedSending(
      { ...letter, attempts: letter.attempts + 1 },
      done,
      sent,
      Date.now(),
      doubtful,
    );
    await untilWritten(`The end of letter ${letter.id}`, () => letters.end(letter.id, ended));
    const { level, message } = endOfSending(ended, settings);
    await say(level, message);
    changed();
  };
  if (left.length === 0) return finish({ outcome: 'taken', deliveries: [], reply: letter.reply });

  const walked: TestEvent[] = [];
  const request = {
    settings,
    password: sending.password,
    letter: parts,
    recipients: left,
    async handOver(deliveries: readonly Delivery[]) {
      if (!(await sending.mayHandOver())) throw new Error('The letter is held back.');
      if (!(await letters.handOver(letter.id, Date.now(), [...done, ...deliveries])))
        throw new Error('The letter is not being sent any more.');
    },
  };
  for await (const event of sendLetter(request, { signal: sending.signal })) {
    await mainLog.add(logOfSending(letter, event, settings));
    if (event.type === 'passed' || event.type === 'failed') walked.push(event);
    const loginIsOver = event.type === 'ended' || (event.type === 'passed' && event.stage === 'login');
    if (loginIsOver && walked.length > 0) {
      await guard.count(owner, walked.splice(0));
      loggedIn();
    }
    if (event.type === 'ended') await finish(event.sent);
  }
}
