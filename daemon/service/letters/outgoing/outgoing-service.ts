import { randomUUID } from 'node:crypto';
import { domainToASCII } from 'node:url';
import { listedAddresses } from '../../../../shared/address-list.ts';
import type { Id } from '../../../../shared/id.ts';
import { type Letter, type LetterHold, letterLimits } from '../../../../shared/letter.ts';
import { testLetterMinutes } from '../../../../shared/test-letter-minutes.ts';
import type { RouteBody, RouteReply } from '../../../../shared/routes.ts';
import { senderAddress } from '../../../../shared/sender-address.ts';
import { visibleText } from '../../../../shared/visible-text.ts';
import type { Person } from '../../../store/person.ts';
import type { RemoteTables } from '../../../store/store-port.ts';
import { texts as storeTexts } from '../../../store/texts.ts';
import type { LogWriter } from '../../main-log.ts';
import { SaidRefused } from '../../refuse.ts';
import type { LockOutGuard } from '../../tests/lock-out-guard.ts';
import type { OutgoingQueue } from './outgoing-queue.ts';
import { sendingAccount } from './sending-account.ts';
import { sendingRules } from './sending-rules.ts';
import { texts } from './texts.ts';

export interface OutgoingService {
  /** On record when it resolves. Throws `Refused` where no account can send it. */
  send(form: RouteBody<'lettersSend'>): Promise<RouteReply<'lettersSend'>>;
  get(id: Id): Promise<RouteReply<'lettersGet'>>;
  retry(id: Id): Promise<RouteReply<'lettersRetry'>>;
  giveUp(id: Id): Promise<RouteReply<'lettersGiveUp'>>;
}

interface Options {
  store: RemoteTables;
  guard: LockOutGuard;
  person: Person;
  mainLog: LogWriter;
  changed: () => void;
  queue: Pick<OutgoingQueue, 'wake' | 'holdOf'>;
}

/** What people do with outgoing letters. */
export function outgoingService(options: Options): OutgoingService {
  const { store, guard, person, mainLog, changed, queue } = options;
  const { letters } = store;

  async function known(id: Id): Promise<Letter> {
    const letter = await letters.get(id);
    if (letter) return letter;
    throw new SaidRefused({ kind: 'not_found', message: storeTexts.noLetter(id) });
  }

  async function outgoing(id: Id): Promise<Letter> {
    const letter = await known(id);
    if (letter.direction === 'outgoing') return letter;
    throw new SaidRefused({ kind: 'invalid', message: texts.notOutgoing });
  }

  /** Also of one that the queue has not come to yet, and of one whose next try is still to come and will find no account. */
  async function holdOf(letter: Letter): Promise<LetterHold | undefined> {
    const { status, accountId, nextAttemptAt } = letter;
    if (status !== 'Ready') return undefined;
    const held = queue.holdOf(letter);
    if (held !== undefined) return held;
    if (accountId !== undefined && !(await store.accounts.get(accountId))) return 'account_missing';
    if (Date.parse(nextAttemptAt ?? '') > Date.now()) return undefined;
    const values = await store.properties.all();
    return values['simple.email.smtp.active'] ? undefined : 'sending_off';
  }

  async function tell({ id, accountId }: Letter, message: string): Promise<void> {
    changed();
    const of = accountId === undefined ? {} : { accountId };
    await mainLog.add([
      { source: 'Outgoing Mail', level: 'Info', message: `Letter ${id} ${message}`, ...of },
    ]);
  }

  return {
    async send({ accountId: named, to, cc = '', bcc = '', subject, text, test }) {
      const { account, byDefault } = await sendingAccount({ store, guard }, named);
      const { testUsers } = await sendingRules(store);
      const nowMs = Date.now();
      const now = new Date(nowMs).toISOString();
      const until = new Date(nowMs + testLetterMinutes * 60_000).toISOString();
      const sender = account.connection.from ?? '';
      const letter = await letters.add({
        createdAt: now,
        direction: 'outgoing',
        status: 'Ready',
        accountId: account.id,
        byDefault,
        sender,
        recipients: listed(to),
        ...(listed(cc) === '' ? {} : { cc: listed(cc) }),
        ...(listed(bcc) === '' ? {} : { bcc: listed(bcc) }),
        subject: subject.toWellFormed(),
        messageId: newMessageId(sender),
        octets: Buffer.byteLength(text),
        attempts: 0,
        nextAttemptAt: now,
        ...(test ? { triedUntil: until } : {}),
        username: person.username,
        createdBy: person.id,
        headers: [],
        text: text.toWellFormed(),
        deliveries: [],
      });
      const by = `${byDefault ? 'the default account' : 'account'} ${visibleText(account.name, 128)}`;
      const whom = visibleText(letter.recipients, 500);
      await tell(letter, `to ${whom} was recorded, to be sent by ${by}.`);
      queue.wake(letter.id);
      return {
        letterId: letter.id,
        accountId: account.id,
        byDefault,
        ...(testUsers.length > 0
          ? { redirectedTo: testUsers.join(', ').slice(0, letterLimits.recipients) }
          : {}),
      };
    },

    async get(id) {
      const letter = await known(id);
      const hold = await holdOf(letter);
      return { letter: hold === undefined ? letter : { ...letter, hold } };
    },

    async retry(id) {
      const letter = await outgoing(id);
      const account = letter.accountId === undefined ? undefined : await store.accounts.get(letter.accountId);
      if (!account) throw new SaidRefused({ kind: 'not_found', message: texts.accountGone });
      await sendingAccount({ store, guard }, account.id);
      if (!(await letters.again(id, Date.now()))) throw notNow((await known(id)).status);
      await tell(letter, 'is sent once more, as asked for.');
      queue.wake(id);
      return {};
    },

    async giveUp(id) {
      const letter = await outgoing(id);
      if (!(await letters.giveUp(id))) throw notNow((await known(id)).status, texts.notWaiting);
      await tell(letter, 'was given up, as asked for.');
      return {};
    },
  };
}

function notNow(status: Letter['status'], otherwise = texts.sentAlready): SaidRefused {
  const message = status === 'In Process' ? texts.underWay : otherwise;
  return new SaidRefused({ kind: 'conflict', message });
}

function listed(text: string): string {
  return listedAddresses(text).toWellFormed();
}

/** Random, at the sender's domain: what the receiver knows it by, also when it comes twice. */
function newMessageId(sender: string): string {
  const domain = domainToASCII(senderAddress(sender)?.domain ?? '');
  return `${randomUUID()}@${/^[\w.-]+$/.test(domain) ? domain : 'localhost'}`;
}
