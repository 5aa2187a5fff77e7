import type { ConnectionSettings } from '../../../shared/account.ts';
import type { Id } from '../../../shared/id.ts';
import { authSource } from '../../../shared/log.ts';
import { Refused } from '../../../shared/refusal.ts';
import type { Secret } from '../../secret.ts';
import type { RemoteTables } from '../../store/store-port.ts';
import type { LogWriter } from '../main-log.ts';
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
}

/** Gives the test's id once its password is there; rejects with what `password` threw, which the Main Log then says. */
export type BeginTest = (order: TestOrder) => Promise<Id>;

interface Parts {
  store: RemoteTables;
  runs: Runs;
  results: TestResults;
  guard: LockOutGuard;
}

/** The one way a test begins, whoever wants it. */
export function testStarter({ store, runs, results, guard }: Parts): BeginTest {
  return async ({ accountId, settings, password, result, mainLog }) => {
    const testId = await store.accounts.newId();
    const draft = 'draft' in result;
    const stored = storedPassword(result);
    const keepResult = draft ? results.ofDraft(settings, result.draft) : results.ofAccount(result);
    const keep: KeepResult = async (ended) => {
      // A login with the stored password counts, whatever else stood in the form.
      if (stored) await guard.count(stored, ended.events);
      await keepResult(ended);
    };
    const seen = testRecorder({ mainLog, keep }, { testId, accountId, settings });
    const fetched = async (signal: AbortSignal) => {
      try {
        return await password(signal);
      } catch (error) {
        if (error instanceof Refused && !signal.aborted) await sayNotBegun(error);
        throw error;
      }
    };
    await runs.start(testId, { settings, password: fetched, accountId, draft, seen });
    return testId;

    async function sayNotBegun({ message }: Refused): Promise<void> {
      const source = authSource[settings.type];
      const of = { testId, ...(accountId === undefined ? {} : { accountId }) };
      await mainLog.add([{ source, level: 'Warning', message: `The test was not begun. ${message}`, ...of }]);
    }
  };
}

/** Of which account it is, and how often its password had been typed; nothing where it was typed in a form. */
function storedPassword(result: TestOrder['result']): ResultOwner | undefined {
  if (!('draft' in result)) return result;
  if (!('storedOf' in result.draft)) return undefined;
  const { storedOf: accountId, passwordChanges } = result.draft;
  return { accountId, passwordChanges };
}
