import type { ConnectionSettings } from '../../../shared/account.ts';
import type { TestEvent } from '../../../shared/event.ts';
import type { Id } from '../../../shared/id.ts';
import { authSource } from '../../../shared/log.ts';
import { Refused } from '../../../shared/refusal.ts';
import type { Secret } from '../../secret.ts';
import type { RemoteTables } from '../../store/store-port.ts';
import type { LogWriter } from '../main-log.ts';
import type { Lanes } from './lanes.ts';
import type { Runs } from './runs.ts';
import type { LockOutGuard } from './lock-out-guard.ts';
import { testRecorder } from './test-recorder.ts';
import type { DraftPassword, KeepResult, ResultOwner, TestResults } from './test-results.ts';

export interface TestOrder {
  accountId?: Id | undefined;
  settings: ConnectionSettings;
  password: (signal: AbortSignal) => Promise<Secret>;
  /** Whose the result is: the account's, with how often its password had been typed, or a form's until it is saved. */
  result: ResultOwner | { draft: DraftPassword };
  /** Who stands behind it. */
  mainLog: LogWriter;
  /** Also when another login may lock the account. */
  anyway?: boolean | undefined;
}

/** Gives the test's id once its password is there; rejects with what `password` threw, which the Main Log then says. */
export type BeginTest = (order: TestOrder) => Promise<Id>;

interface Parts {
  store: RemoteTables;
  runs: Runs;
  results: TestResults;
  guard: LockOutGuard;
  /** Of each account's stored password, whoever logs in with it. */
  turns: Lanes;
}

/**
 * The one way a test begins, whoever wants it. Of an account's stored password one is under way at a time: the same test
 * once more is the one that runs, another waits for its end and is guarded then.
 */
export function testStarter({ store, runs, results, guard, turns }: Parts): BeginTest {
  const under = new Map<string, Promise<Id>>();

  return (order) => {
    if (!storedPassword(order.result)) return begin(order, () => undefined);
    const { result, settings, anyway } = order;
    const key = JSON.stringify([result, settings, anyway === true]);
    const same = under.get(key);
    if (same) return same;
    const begun = begin(order, () => under.delete(key));
    under.set(key, begun);
    return begun;
  };

  async function begin(order: TestOrder, over: () => void): Promise<Id> {
    const { accountId, settings, password, result, mainLog, anyway } = order;
    const testId = await store.accounts.newId().catch((error: unknown) => {
      over();
      throw error;
    });
    const draft = 'draft' in result;
    const stored = storedPassword(result);
    const turn = new AbortController();
    let leave = over;
    const keepResult = draft ? results.ofDraft(settings, result.draft) : results.ofAccount(result);
    const keep: KeepResult = async (ended) => {
      // A login with the stored password counts, whatever else stood in the form.
      if (stored) await guard.count(stored, ended.events);
      await keepResult(ended);
    };
    const seen = testRecorder({ mainLog, keep }, { testId, accountId, settings });
    let refused = false;
    const tell = async (event: TestEvent) => {
      try {
        // Nobody cancelled it: why it did not begin is said already.
        if (refused) await mainLog.flush();
        else await seen(event);
      } finally {
        if (event.type === 'finished') {
          turn.abort();
          leave();
        }
      }
    };
    const inTurn = async (accountId: Id, signal: AbortSignal) => {
      const left = await turns.enter(accountId, signal);
      leave = () => {
        over();
        left();
      };
      // It was cancelled in the very moment of its turn.
      if (turn.signal.aborted) leave();
      if (!anyway) await guard.check(accountId);
    };
    const fetched = async (signal: AbortSignal) => {
      try {
        if (stored) await inTurn(stored.accountId, signal);
        return await password(signal);
      } catch (error) {
        if (error instanceof Refused && !signal.aborted) await sayNotBegun(error);
        throw error;
      }
    };
    await runs.start(testId, { settings, password: fetched, accountId, draft, seen: tell });
    return testId;

    async function sayNotBegun({ message }: Refused): Promise<void> {
      refused = true;
      const source = authSource[settings.type];
      const of = { testId, ...(accountId === undefined ? {} : { accountId }) };
      await mainLog.add([{ source, level: 'Warning', message: `The test was not begun. ${message}`, ...of }]);
    }
  }
}

/** Of which account it is, and how often its password had been typed; nothing where it was typed in a form. */
function storedPassword(result: TestOrder['result']): ResultOwner | undefined {
  if (!('draft' in result)) return result;
  if (!('storedOf' in result.draft)) return undefined;
  const { storedOf: accountId, passwordChanges } = result.draft;
  return { accountId, passwordChanges };
}
