import type { Account } from '../../../../shared/account.ts';
import type { Id } from '../../../../shared/id.ts';
import type { Letter, LetterHold } from '../../../../shared/letter.ts';
import { Refused } from '../../../../shared/refusal.ts';
import type { RemoteTables } from '../../../store/store-port.ts';
import { type Clock, monotonic } from '../../clock.ts';
import type { MainLog } from '../../main-log.ts';
import type { ServiceLog } from '../../refusing-store.ts';
import type { AccountSecrets } from '../../secrets/account-secrets.ts';
import type { Lanes } from '../../tests/lanes.ts';
import type { LockOutGuard } from '../../tests/lock-out-guard.ts';
import { logOfHold, logOfRecovered } from './letter-log.ts';
import { sendOne } from './send-one.ts';

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
const insistMs = 2_000;
const answerAtStopMs = 3_000;

interface UnderWay {
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
  let off = false;
  let toldOff = false;
  let stopped = false;
  let looking: Promise<void> | undefined;
  let again = false;
  let cancelTimer = () => {};

  const left = await letters.recover(Date.now());
  await mainLog.automatic.add([
    ...left.ready.map((id) => logOfRecovered(id, 'ready')),
    ...left.unknown.map((id) => logOfRecovered(id, 'unknown')),
  ]);

  function wake(letter?: Id): void {
    if (letter !== undefined) asked.add(letter);
    holds.clear();
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
        const sending: UnderWay = { end: new AbortController(), handedOver: false, done: Promise.resolve() };
        under.set(accountId, sending);
        sending.done = attempt(id, accountId, sending, values['simple.email.test.user'])
          .catch((error: unknown) => {
            if (sending.end.signal.aborted) return;
            log?.error({ err: error, letterId: id }, 'A letter was not sent.');
            holds.set(accountId, 'secret_trouble');
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

  async function attempt(
    id: Id,
    accountId: Id,
    sending: UnderWay,
    testUsers: readonly string[],
  ): Promise<void> {
    const { signal } = sending.end;
    // Whoever asked for it is there now, not when what holds it is over.
    const byPerson = asked.delete(id);
    const [letter, account] = await Promise.all([letters.get(id), store.accounts.get(accountId)]);
    if (!letter) return;
    const hold = await holdBefore(account, accountId);
    if (hold !== undefined || !account) return holdAccount(accountId, account, hold ?? 'account_missing');
    const leave = await turns.enter(accountId, signal);
    try {
      // Another login may have been refused meanwhile.
      if (await guard.isGuarded(accountId)) return await holdAccount(accountId, account, 'guarded');
      const passwordChanges = await store.accounts.passwordChanges(accountId);
      // A prompt of the keychain is for whoever asked for it just now.
      const password = byPerson
        ? await accountSecrets.fetch(accountId, account.connection, signal)
        : await accountSecrets.fetchSilently(accountId, account.connection, signal);
      signal.throwIfAborted();
      told.delete(accountId);
      await sendOne(
        { letters, guard, changed, insist },
        {
          letter,
          account,
          password,
          testUsers,
          owner: { accountId, passwordChanges },
          mainLog: byPerson ? mainLog : mainLog.automatic,
          signal,
          loggedIn: leave,
          mayHandOver() {
            sending.handedOver = !stopped;
            return sending.handedOver;
          },
        },
      );
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const { kind } = error.refusal;
      await holdAccount(accountId, account, kind === 'secret_required' ? kind : 'secret_trouble');
    } finally {
      leave();
    }
  }

  async function holdBefore(account: Account | undefined, id: Id): Promise<LetterHold | undefined> {
    if (account?.connection.type !== 'smtp') return 'account_missing';
    if (!account.active) return 'account_inactive';
    if (!account.hasPassword) return 'secret_required';
    return (await guard.isGuarded(id)) ? 'guarded' : undefined;
  }

  async function holdAccount(id: Id, account: Account | undefined, hold: LetterHold): Promise<void> {
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

  /** A full disk must not lose what a server has said. */
  async function insist<T>(write: () => Promise<T>): Promise<T | undefined> {
    for (;;) {
      try {
        return await write();
      } catch (error) {
        if (stopped) return undefined;
        log?.warn({ err: error }, 'The end of a letter could not be written: it is tried again.');
        await new Promise<void>((resolve) => clock.after(insistMs, resolve));
      }
    }
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
