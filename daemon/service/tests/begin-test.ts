import type { ConnectionSettings } from '../../../shared/account.ts';
import type { Id } from '../../../shared/id.ts';
import { authSource } from '../../../shared/log.ts';
import { Refused } from '../../../shared/refusal.ts';
import type { Secret } from '../../secret.ts';
import type { RemoteTables } from '../../store/store-port.ts';
import type { LogWriter } from '../main-log.ts';
import type { ServiceLog } from '../refusing-store.ts';
import type { Runs } from './runs.ts';
import { type StoredPassword, testRecorder } from './test-recorder.ts';

export interface TestOrder {
  accountId?: Id | undefined;
  settings: ConnectionSettings;
  password: (signal: AbortSignal) => Promise<Secret>;
  stored?: StoredPassword | undefined;
  /** Who stands behind it. */
  mainLog: LogWriter;
}

/** Gives the test's id once its password is there; rejects with what `password` threw, which the Main Log then says. */
export type BeginTest = (order: TestOrder) => Promise<Id>;

interface Parts {
  store: RemoteTables;
  runs: Runs;
  /** A result was stored. */
  changed: () => void;
  log?: ServiceLog | undefined;
}

/** The one way a test begins, whoever wants it. */
export function testStarter({ store, runs, changed, log }: Parts): BeginTest {
  const { lastTests, refusedLogins } = store;

  return async ({ accountId, settings, password, stored, mainLog }) => {
    const testId = await store.accounts.newId();
    const test = { testId, accountId, settings, stored };
    const seen = testRecorder({ lastTests, refusedLogins, mainLog, changed, log }, test);
    const fetched = async (signal: AbortSignal) => {
      try {
        return await password(signal);
      } catch (error) {
        if (error instanceof Refused && !signal.aborted) await sayNotBegun(error);
        throw error;
      }
    };
    await runs.start(testId, { settings, password: fetched, accountId, draft: !stored?.counts, seen });
    return testId;

    async function sayNotBegun({ message }: Refused): Promise<void> {
      const source = authSource[settings.type];
      const of = { testId, ...(accountId === undefined ? {} : { accountId }) };
      await mainLog.add([{ source, level: 'Warning', message: `The test was not begun. ${message}`, ...of }]);
    }
  };
}
