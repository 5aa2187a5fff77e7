import type { ConnectionSettings } from '../../../shared/account.ts';
import type { TestEvent } from '../../../shared/event.ts';
import type { Id } from '../../../shared/id.ts';
import type { LastTest } from '../../../shared/last-test.ts';
import type { RemoteTables } from '../../store/store-port.ts';
import type { LogWriter } from '../main-log.ts';
import type { ServiceLog } from '../refusing-store.ts';
import { fitting } from './fitting.ts';
import { logOfEvent } from './log-of-event.ts';
import { loginOutcome } from './login-outcome.ts';
import { settingsFingerprint } from './settings-fingerprint.ts';

/** The password of the test is the stored one. */
export interface StoredPassword {
  /** How often one had been typed for the account before it was read. */
  passwordChanges: number;
  /** The settings are the account's too, and so is the result. */
  counts: boolean;
}

interface Test {
  testId: Id;
  accountId?: Id | undefined;
  settings: ConnectionSettings;
  /** A test of anything but the account as it is saved leaves no result. */
  stored?: StoredPassword | undefined;
}

interface Parts {
  lastTests: RemoteTables['lastTests'];
  refusedLogins: RemoteTables['refusedLogins'];
  mainLog: LogWriter;
  changed: () => void;
  log?: ServiceLog | undefined;
}

/** Characters of a result's events as JSON, and of each when they are more: a test has fewer than 20. */
const mostKept = { all: 64 * 1024, each: 3 * 1024 };

/**
 * Writes what one test tells: its records into the Main Log, its end beside the account. Its promise for `finished`
 * resolves when both are on disk, or given up, so that whoever sees the end finds the rest. Never rejects.
 */
export function testRecorder(
  { lastTests, refusedLogins, mainLog, changed, log }: Parts,
  { testId, accountId, settings, stored }: Test,
): (event: TestEvent) => Promise<void> {
  const of = { testId, ...(accountId === undefined ? {} : { accountId }) };
  const events: TestEvent[] = [];

  async function keepResult(): Promise<void> {
    // Cancelled before it began: it says nothing of the account.
    if (accountId === undefined || !stored || events.length < 2) return;
    const { passwordChanges, counts } = stored;
    const outcome = loginOutcome(events);
    try {
      // A login with the stored password counts, whatever else stood in the form.
      const login = { accountId, passwordChanges, accepted: outcome === 'accepted' };
      const counted = outcome !== undefined && (await refusedLogins.count(login));
      if ((counts && (await lastTests.put(resultOf(accountId, passwordChanges)))) || counted) changed();
    } catch (error) {
      log?.warn({ err: error, testId }, 'The result of a test was not stored.');
    }
  }

  const resultOf = (account: Id, passwordChanges: number) => ({
    accountId: account,
    lastTest: lastTestOf(testId, events),
    settings: settingsFingerprint(settings),
    passwordChanges,
    events: keptEvents(events),
  });

  return async (event) => {
    if (event.type !== 'transcript') events.push(event);
    await mainLog.add(logOfEvent(event, settings).map((words) => ({ ...words, ...of })));
    if (event.type === 'finished') await Promise.all([mainLog.flush(), keepResult()]);
  };
}

function keptEvents(events: readonly TestEvent[]): readonly TestEvent[] {
  if (JSON.stringify(events).length <= mostKept.all) return events;
  return events.map((event) => fitting(event, mostKept.each));
}

function lastTestOf(testId: Id, events: readonly TestEvent[]): Omit<LastTest, 'changed'> {
  const failed = events.find((event) => event.type === 'failed');
  const finished = events.find((event) => event.type === 'finished');
  return {
    testId,
    endedAt: new Date().toISOString(),
    verdict: finished?.verdict ?? 'cancelled',
    ms: finished?.ms ?? 0,
    ...(failed && { stage: failed.stage, failure: failed.failure }),
    ...(finished?.ids && { ids: finished.ids }),
    warnings: finished?.warnings ?? [],
  };
}
