import { addressList } from '../../../../shared/address-list.ts';
import type { TestEvent } from '../../../../shared/event.ts';
import type { Id } from '../../../../shared/id.ts';
import type { Language } from '../../../../shared/language.ts';
import { type RoundTripEvent, type RoundTripOrder, roundTripSeconds } from '../../../../shared/round-trip.ts';
import type { WatchOrder } from '../../../probe/watch/watch-order.ts';
import type { Person } from '../../../store/person.ts';
import type { LogWriter } from '../../main-log.ts';
import { SaidRefused } from '../../refuse.ts';
import { receivingAccount, type ReceivingAccount } from '../incoming/receiving-account.ts';
import { relay } from '../relay.ts';
import { sendingAccount, type SendingAccount } from '../outgoing/sending-account.ts';
import type { LoginParts } from './counted-walk.ts';
import { hopsOf } from './hops.ts';
import { judgementOf } from './judgement.ts';
import { sayCancelled, sayTrip } from './said-of-trip.ts';
import { seenLetter } from './seen-letter.ts';
import { sendOnce } from './send-once.ts';
import { texts } from './texts.ts';
import { newToken } from './token.ts';
import { endOfTrip, type TripState } from './trip-state.ts';
import { watchMailbox } from './watch-mailbox.ts';

export interface RoundTripService {
  /** One letter on its way, until its fate is known or nobody listens. Throws `Refused` at the first line where none can begin. */
  run(order: RoundTripOrder, language: Language, signal: AbortSignal): AsyncGenerator<RoundTripEvent, void>;
  /** Ends what is under way, of these accounts or of all. */
  cancel(accountIds?: readonly Id[]): Promise<void>;
}

interface Options extends LoginParts {
  person: Person;
  mainLog: LogWriter;
  /** The list of letters has changed. */
  changed: () => void;
}

interface Trip {
  from: SendingAccount;
  to: ReceivingAccount;
  recipient: string;
  timeoutMs: number;
  cleanUp: boolean;
}

/** After the first one copies are waited for so long. */
const copiesMs = 1_500;

/** Sends letters and watches them arrive. */
export function roundTripService(options: Options): RoundTripService {
  const { store, guard, person, mainLog, changed } = options;
  const under = new Map<AbortController, { accountIds: readonly Id[]; done: Promise<void> }>();

  async function begin({ from, to, recipient, timeoutS, cleanUp }: RoundTripOrder): Promise<Trip> {
    const sending = await sendingAccount({ store, guard }, from);
    const receiving = await receivingAccount(store, to);
    const values = await store.properties.all();
    if (!values['simple.email.smtp.active']) throw refused(texts.sendingOff);
    const address = bareAddress(recipient ?? receiving.account.connection.username);
    if (address === undefined) {
      throw refused(
        recipient === undefined ? texts.noRecipient(receiving.account.name) : texts.notAnAddress(recipient),
      );
    }
    const testUsers = values['simple.email.test.user'];
    const isAllowed = testUsers.some((each) => bareAddress(each)?.toLowerCase() === address.toLowerCase());
    if (testUsers.length > 0 && !isAllowed) throw refused(texts.testUsers(address));
    const timeoutMs = (timeoutS ?? roundTripSeconds.usual) * 1_000;
    return { from: sending, to: receiving, recipient: address, timeoutMs, cleanUp };
  }

  async function travel(
    { from, to, recipient, timeoutMs, cleanUp }: Trip,
    signal: AbortSignal,
    tell: (event: RoundTripEvent) => Promise<void>,
  ): Promise<void> {
    const started = performance.now();
    const ms = () => Math.round(performance.now() - started);
    const token = newToken();
    const state: TripState = { arrivals: [] };
    let endsAt = started + timeoutMs;
    let sentAt = new Date();
    let sending: Promise<unknown> | undefined;
    const passedBy = (part: 'sending' | 'receiving') => (event: Extract<TestEvent, { type: 'passed' }>) =>
      void tell({ type: 'stage', part, stage: event.stage, ms: event.ms });

    const order: WatchOrder = {
      token,
      async begin() {
        sentAt = new Date();
        const sent = sendOnce(options, {
          ...from,
          recipient,
          token,
          person,
          mainLog,
          changed,
          timeoutMs: Math.max(1_000, endsAt - performance.now()),
          signal,
          passed: passedBy('sending'),
        });
        sending = sent;
        state.sentOnce = await sent;
        const { outcome, reply, queueId } = state.sentOnce.sent;
        if (outcome === 'taken') void tell({ type: 'accepted', ms: ms(), reply, queueId });
        const isOnItsWay = outcome === 'taken' || outcome === 'unknown';
        if (!isOnItsWay) endsAt = 0;
        return isOnItsWay;
      },
      async take({ folder, junk, raw }) {
        const seen = seenLetter(raw.toString('latin1'), token);
        if (seen?.kind === 'report') {
          state.bounce = seen.bounce;
          if (seen.bounce.action !== 'delayed') endsAt = 0;
        }
        if (seen?.kind !== 'letter') return false;
        const { fields } = seen;
        const hops = hopsOf(fields, { sentAt, seenAt: new Date() });
        const arrival = { folder, junk, ms: ms(), hops, judgement: judgementOf(fields) };
        state.arrivals.push(arrival);
        void tell({ type: 'arrived', ...arrival });
        endsAt = Math.min(endsAt, performance.now() + copiesMs);
        return cleanUp;
      },
      removed: ({ folder }, how) => void tell({ type: 'cleaned_up', folder, how }),
      looked: () => void tell({ type: 'waiting', ms: ms() }),
      endsAt: () => endsAt,
      found: () => state.arrivals.length > 0 || endsAt === 0,
    };

    try {
      state.watchFailed = await watchMailbox(options, {
        account: to.account,
        order,
        signal,
        passed: passedBy('receiving'),
      });
    } finally {
      // What became of the letter is written down before anybody closes the store.
      await sending?.catch(() => undefined);
    }
    signal.throwIfAborted();
    const end = endOfTrip(state, ms());
    await sayTrip(mainLog, to.account, end);
    await tell(end);
  }

  return {
    async *run(asked, language, signal) {
      const trip = await begin(asked);
      const { from, to, recipient, timeoutMs } = trip;
      yield {
        type: 'begun',
        from: from.account.id,
        fromByDefault: from.byDefault,
        to: to.account.id,
        toByDefault: to.byDefault,
        recipient,
        timeoutMs,
      };
      const way = relay<RoundTripEvent>();
      const end = new AbortController();
      const both = AbortSignal.any([signal, end.signal]);
      const done = travel(trip, both, way.give)
        .catch(async (error: unknown) => {
          if (both.aborted) return sayCancelled(mainLog, to.account);
          if (!(error instanceof SaidRefused)) throw error;
          await way.give({ type: 'refused', refusal: error.in(language) });
        })
        .finally(() => {
          under.delete(end);
          way.end();
        });
      const accountIds = [from.account.id, to.account.id];
      under.set(end, { accountIds, done: done.catch(() => undefined) });
      try {
        yield* way.values();
      } finally {
        end.abort(new Error('Nobody listens any more.'));
      }
      await done;
    },

    async cancel(accountIds) {
      const isMeant = (id: Id): boolean => accountIds?.includes(id) ?? true;
      const ended = [...under].filter(([, trip]) => trip.accountIds.some(isMeant));
      for (const [end] of ended) end.abort(new Error('Cancelled.'));
      await Promise.all(ended.map(([, { done }]) => done));
    },
  };
}

/** Undefined where it is not one address. */
function bareAddress(text: string): string | undefined {
  const list = addressList(text);
  return 'addresses' in list && list.addresses.length === 1 ? list.addresses[0]?.address : undefined;
}

function refused(message: SaidRefused['said']['message']): SaidRefused {
  return new SaidRefused({ kind: 'invalid', message });
}
