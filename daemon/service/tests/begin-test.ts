import type { ConnectionSettings } from '../../../shared/account.ts';
import type { Id } from '../../../shared/id.ts';
import { authSource } from '../../../shared/log.ts';
import { Refused } from '../../../shared/refusal.ts';
import type { Secret } from '../../secret.ts';
import type { RemoteTables } from '../../store/store-port.ts';
import type { LogWriter } from '../main-log.ts';
import type { Runs } from './runs.ts';
import { testRecorder } from './test-recorder.ts';
import type { DraftPassword, ResultOwner, TestResults } from './test-results.ts';

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
}

/** The one way a test begins, whoever wants it. */
export function testStarter({ store, runs, results }: Parts): BeginTest {
  return async ({ accountId, settings, password, result, mainLog }) => {
    const testId = await store.accounts.newId();
    const draft = 'draft' in result;
    const keep = draft ? results.ofDraft(settings, result.draft) : results.ofAccount(result);
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
