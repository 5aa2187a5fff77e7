import type { Account } from '../../../../shared/account.ts';
import type { Id } from '../../../../shared/id.ts';
import type { Letter, LetterHold, LetterReason } from '../../../../shared/letter.ts';
import { Refused } from '../../../../shared/refusal.ts';
import type { RemoteTables } from '../../../store/store-port.ts';
import { type Clock, monotonic } from '../../clock.ts';
import type { MainLog } from '../../main-log.ts';
import type { ServiceLog } from '../../refusing-store.ts';
import type { AccountSecrets } from '../../secrets/account-secrets.ts';
import type { Lanes } from '../../tests/lanes.ts';
import type { LockOutGuard } from '../../tests/lock-out-guard.ts';
import { retriedWrites } from '../retried-writes.ts';
import { holdByRefusal, holdOf } from './account-hold.ts';
import { waitsMs } from './back-off.ts';
import { logOfGivenUp, logOfHold, logOfLeft } from './letter-log.ts';
import { sendOne } from './send-one.ts';
import { maySendStill, sendingRules } from './sending-rules.ts';

export interface OutgoingQueue {
  /** Something has changed: a letter, an account, a property. `asked` is a letter that a person waits for. */
  wake(asked?: Id): void;
  /** Why a letter waits whose time has come. */
  holdOf(letter: Letter): LetterHold | undefined;
  /** What was handed over gets a moment for its answer; everything else is sent by the next daemon. */
  stop(): Promise<void>;
}

interface Options {
  store: RemoteTables;
  accountSecrets: AccountSecrets;
  guard: LockOutGuard;
  /** One login at a time with the password of an account. */
  turns: Lanes;
  mainLog: MainLog;
  changed: () => void;
  log?: ServiceLog | undefined;
  clock?: Clock | undefined;
}

/** The date may be put forward or back, and what held a letter may be over without a word. */
const lookAgainMs = 60_000;
const answerAtStopMs = 3_000;

interface UnderWay {
  /** How often the queue was woken before: what was read since may be out of date. */
  since: number;
  end: AbortController;
  handedOver: boolean;
  done: Promise<void>;
}

/** Sends what waits, one letter at a time by each account. Begins with what an earlier daemon has left. */
export async function outgoingQueue(options: Options): Promise<OutgoingQueue> {
  const { store, accountSecrets, guard, turns, mainLog, changed, log, clock = monotonic } = options;
  const { letters } = store;
  const under = new Map<Id, UnderWay>();
  const holds = new Map<Id, LetterHold>();
  const told = new Map<Id, LetterHold>();
  const asked = new Set<Id>();
  const writing = retriedWrites({ clock, log });
  let off = false;
  let woken = 0;
  let toldOff = false;
  let stopped = false;
  let looking: Promise<void> | undefined;
  let again = false;
  let cancelTimer = () => {};

  await mainLog.automatic.add(logOfLeft(await letters.recover(Date.now())));

  function wake(letter?: Id): void {
    if (letter !== undefined) asked.add(letter);
    holds.clear();
    woken += 1;
    look();
  }

  function look(): void {
    again = true;
    looking ??= (async () => {
      while (again && !stopped) {
        again = false;
        await begin();
      }
    })()
      .catch((error: unknown) => {
        log?.error({ err: error }, 'Letters were not looked after.');
        arm(lookAgainMs);
      })
      .finally(() => {
        looking = undefined;
        // Asked for in the moment between the last look and the end.
        if (again && !stopped) look();
      });
  }

  function arm(ms: number): void {
    cancelTimer();
    cancelTimer = clock.after(ms, () => wake());
  }

  async function begin(): Promise<void> {
    const values = await store.properties.all();
    const now = Date.now();
    if (await letters.bringForward(now, waitsMs)) changed();
    await endTests(now);
    const due = await letters.due(now);
    off = !values['simple.email.smtp.active'];
    if (off) {
      asked.clear();
      if (!toldOff && due.length > 0) await sayHold('sending_off', '');
      toldOff ||= due.length > 0;
    } else {
      toldOff = false;
      for (const { id, accountId } of due) {
        if (under.has(accountId) || holds.has(accountId)) continue;
        const sending: UnderWay = {
          since: woken,
          end: new AbortController(),
          handedOver: false,
          done: Promise.resolve(),
        };
        under.set(accountId, sending);
        sending.done = attempt(id, accountId, sending)
          .catch((error: unknown) => {
            if (sending.end.signal.aborted) return;
            log?.error({ err: error, letterId: id }, 'A letter could not be looked after.');
            holds.set(accountId, 'daemon_trouble');
          })
          .finally(() => {
            under.delete(accountId);
            look();
          });
      }
    }
    const next = await letters.nextDueAt(now);
    // Nothing that waits, nothing to wake for.
    if (!stopped && (due.length > 0 || next !== undefined))
      arm(Math.min(lookAgainMs, Math.max(0, (next ?? Infinity) - Date.now())));
  }

  /** A test letter that was held back, or whose daemon was away, does not come when nobody expects it any more. */
  async function endTests(nowMs: number): Promise<void> {
    const over = await letters.giveUpTests(nowMs - lookAgainMs);
    if (over.length === 0) return;
    changed();
    await mainLog.automatic.add(over.map((letter) => logOfGivenUp(letter, 'test_over')));
  }

  async function attempt(id: Id, accountId: Id, sending: UnderWay): Promise<void> {
    const { signal } = sending.end;
    // Whoever asked for it is there now, not when what holds it is over.
    const byPerson = asked.delete(id);
    const leave = await turns.enter(accountId, signal);
    let account: Account | undefined;
    try {
      // What was changed while it waited for its turn counts.
      account = await store.accounts.get(accountId);
      const rules = await sendingRules(store);
      if (!rules.active) return;
      const hold = await holdOf(account, guard);
      if (!account && !(await store.deletions.isRestorable(accountId)))
        return await giveUpOn(id, accountId, 'account_deleted');
      if (hold !== undefined || !account)
        return await holdAccount(accountId, account, hold ?? 'account_missing');
      const letter = await letters.get(id);
      if (letter?.status !== 'Ready') return;
      const passwordChanges = await store.accounts.passwordChanges(accountId);
      // A prompt of the keychain is for whoever asked for it just now.
      const password = byPerson
        ? await accountSecrets.fetch(accountId, account.connection, signal)
        : await accountSecrets.fetchSilently(accountId, account.connection, signal);
      signal.throwIfAborted();
      told.delete(accountId);
      await sendOne(
        { letters, guard, changed, untilWritten: writing.untilWritten },
        {
          letter,
          account,
          password,
          testUsers: rules.testUsers,
          owner: { accountId, passwordChanges },
          mainLog: byPerson ? mainLog : mainLog.automatic,
          signal,
          loggedIn: leave,
          async mayHandOver() {
            const still = await maySendStill(store, accountId, rules);
            return (sending.handedOver = still && !stopped);
          },
        },
      );
    } catch (error) {
      if (signal.aborted) throw error;
      const hold = holdByRefusal(error);
      if (hold) return await holdAccount(accountId, account, hold);
      // One that cannot be sent at all must not hold up the others.
      const isItsOwn = !(error instanceof Refused) || (await letters.isDamaged(id));
      log?.error({ err: error, letterId: id }, 'A letter was not sent.');
      if (!isItsOwn) return await holdAccount(accountId, account, 'daemon_trouble');
      await giveUpOn(id, accountId, 'record_damaged');
    } finally {
      leave();
    }
  }

  async function giveUpOn(id: Id, accountId: Id, why: LetterReason): Promise<void> {
    if (!(await letters.giveUpFor(id, why))) return;
    changed();
    await mainLog.automatic.add([logOfGivenUp({ id, accountId }, why)]);
  }

  async function holdAccount(id: Id, account: Account | undefined, hold: LetterHold): Promise<void> {
    // Something has changed since this was found out: it is looked at once more.
    if (under.get(id)?.since !== woken) return;
    holds.set(id, hold);
    changed();
    if (told.get(id) === hold) return;
    told.set(id, hold);
    await sayHold(hold, account?.name ?? id, id);
  }

  async function sayHold(hold: LetterHold, name: string, accountId?: Id): Promise<void> {
    const message = logOfHold(hold, name);
    const of = accountId === undefined ? {} : { accountId };
    await mainLog.automatic.add([{ source: 'Outgoing Mail', level: 'Warning', message, ...of }]);
  }

  look();
  return {
    wake,
    holdOf({ status, nextAttemptAt, accountId = '' }) {
      if (status !== 'Ready' || Date.parse(nextAttemptAt ?? '') > Date.now()) return undefined;
      return off ? 'sending_off' : holds.get(accountId);
    },
    async stop() {
      stopped = true;
      writing.stop();
      cancelTimer();
      await looking;
      const sendings = [...under.values()];
      const late = setTimeout(() => sendings.forEach(({ end }) => end.abort()), answerAtStopMs);
      for (const { end, handedOver } of sendings) if (!handedOver) end.abort();
      await Promise.all(sendings.map(({ done }) => done));
      clearTimeout(late);
    },
  };
}
