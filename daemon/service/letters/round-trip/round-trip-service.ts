import { setTimeout as sleep } from 'node:timers/promises';
import { addressList } from '../../../../shared/address-list.ts';
import type { TestEvent } from '../../../../shared/event.ts';
import type { Id } from '../../../../shared/id.ts';
import type { Language } from '../../../../shared/language.ts';
import { type RoundTripEvent, type RoundTripOrder, roundTripSeconds } from '../../../../shared/round-trip.ts';
import { Scrubber } from '../../../probe/redaction/scrubber.ts';
import type { WatchOrder } from '../../../probe/watch/watch-order.ts';
import type { Person } from '../../../store/person.ts';
import { type Clock, monotonic } from '../../clock.ts';
import type { LogWriter } from '../../main-log.ts';
import { SaidRefused } from '../../refuse.ts';
import type { ServiceLog } from '../../refusing-store.ts';
import { receivingAccount, type ReceivingAccount } from '../incoming/receiving-account.ts';
import { accountStreams } from '../account-streams.ts';
import type { LoginParts } from '../counted-walk.ts';
import { retriedWrites } from '../retried-writes.ts';
import { sendingRules } from '../outgoing/sending-rules.ts';
import { sendingAccount, type SendingAccount } from '../outgoing/sending-account.ts';
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
  log?: ServiceLog | undefined;
  clock?: Clock | undefined;
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
/** The end waits so long for the letter's record. */
const keptMs = 2_000;

/** Sends letters and watches them arrive. */
export function roundTripService(options: Options): RoundTripService {
  const { store, guard, person, mainLog, changed, log, clock = monotonic } = options;
  const writing = retriedWrites({ clock, log });
  /** What became of letters, while it is written down. */
  const keeping = new Set<Promise<void>>();
  const streams = accountStreams();

  /** Throws `Refused` where no letter may be sent, or none to this address. */
  async function allow(address?: string): Promise<void> {
    const { active, testUsers } = await sendingRules(store);
    if (!active) throw refused(texts.sendingOff);
    if (address === undefined || testUsers.length === 0) return;
    if (!testUsers.some((each) => bareAddress(each)?.toLowerCase() === address.toLowerCase()))
      throw refused(texts.testUsers(address));
  }

  async function begin({ from, to, recipient, timeoutS, cleanUp }: RoundTripOrder): Promise<Trip> {
    const sending = await sendingAccount({ store, guard }, from);
    const receiving = await receivingAccount(store, to);
    await allow();
    const address = bareAddress(recipient ?? receiving.account.connection.username);
    if (address === undefined) {
      throw refused(
        recipient === undefined ? texts.noRecipient(receiving.account.name) : texts.notAnAddress(recipient),
      );
    }
    await allow(address);
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
    const state: TripState = { arrivals: [], cleaned: [], searched: new Set() };
    let endsAt = started + timeoutMs;
    let sentAt = new Date();
    let sending: Promise<unknown> | undefined;
    let written: Promise<void> | undefined;
    let refusal: SaidRefused | undefined;
    let scrubSender = (text: string): string => text;
    const passedBy = (part: 'sending' | 'receiving') => (event: Extract<TestEvent, { type: 'passed' }>) =>
      void tell({ type: 'stage', part, stage: event.stage, ms: event.ms });

    const order: WatchOrder = {
      token,
      async begin() {
        // A mailbox that was slow to open, or had to wait for its turn, costs the letter none of its time.
        endsAt = performance.now() + timeoutMs;
        sentAt = new Date();
        const sent = sendOnce(options, {
          ...from,
          recipient,
          token,
          person,
          mainLog,
          changed,
          untilWritten: writing.untilWritten,
          keeping(kept) {
            const done = kept
              .catch((error: unknown) => log?.error({ err: error }, 'The end of a letter was not told.'))
              .finally(() => keeping.delete(done));
            keeping.add(done);
            written = done;
          },
          timeoutMs: Math.max(1_000, endsAt - performance.now()),
          signal,
          // The mailbox may have been waited for, and a keychain.
          async mayGo() {
            await allow(recipient);
            return (await sendingAccount({ store, guard }, from.account.id)).account;
          },
          opened(password) {
            const scrubber = new Scrubber([password]);
            scrubSender = (text) => scrubber.scrub(text);
          },
          recorded: (letterId) => void tell({ type: 'recorded', letterId }),
          passed: passedBy('sending'),
        });
        sending = sent;
        state.sentOnce = await sent.catch((error: unknown) => {
          // Nobody's mailbox is to blame for it.
          if (error instanceof SaidRefused) refusal = error;
          throw error;
        });
        const { outcome, reply, queueId } = state.sentOnce.sent;
        if (outcome === 'taken') void tell({ type: 'accepted', ms: ms(), reply, queueId });
        const isOnItsWay = outcome === 'taken' || outcome === 'unknown';
        if (!isOnItsWay) endsAt = 0;
        return isOnItsWay;
      },
      async take({ folder, junk, raw, scrub }) {
        const seen = seenLetter(raw.toString('utf8'), token, (text) => scrubSender(scrub(text)));
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
      removed(folder, removal) {
        const cleaned = { folder, ...removal };
        state.cleaned.push(cleaned);
        void tell({ type: 'cleaned_up', ...cleaned });
      },
      searched: (folder) => void state.searched.add(folder),
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
      await sending?.catch(() => undefined);
      // As a rule it is written long since; a disk that is full holds nobody up.
      await Promise.race([written, sleep(keptMs, undefined, { ref: false })]);
    }
    signal.throwIfAborted();
    if (refusal) throw refusal;
    const end = endOfTrip(state, ms());
    await sayTrip(mainLog, to.account, end, state.cleaned);
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
      let letterId: Id | undefined;
      yield* streams.lines<RoundTripEvent>({
        accountIds: [from.account.id, to.account.id],
        language,
        signal,
        run: (give, until) =>
          travel(trip, until, (event) => {
            if (event.type === 'recorded') ({ letterId } = event);
            return give(event);
          }),
        cancelled: () => sayCancelled(mainLog, to.account, letterId),
      });
    },

    async cancel(accountIds) {
      if (!accountIds) writing.stop();
      await streams.cancel(accountIds);
      // What became of the letters is written down before anybody closes the store.
      if (!accountIds) await Promise.all(keeping);
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
