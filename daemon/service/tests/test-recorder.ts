import type { ConnectionSettings } from '../../../shared/account.ts';
import type { TestEvent } from '../../../shared/event.ts';
import type { Id } from '../../../shared/id.ts';
import type { LastTest } from '../../../shared/last-test.ts';
import type { LogWriter } from '../main-log.ts';
import { fitting } from './fitting.ts';
import { logOfEvent } from './log-of-event.ts';
import { settingsFingerprint } from './settings-fingerprint.ts';
import type { KeepResult } from './test-results.ts';

interface Test {
  testId: Id;
  accountId?: Id | undefined;
  settings: ConnectionSettings;
}

interface Parts {
  mainLog: LogWriter;
  keep: KeepResult;
}

/** Characters of a result's events as JSON, and of each when they are more: a test has fewer than 20. */
const mostKept = { all: 64 * 1024, each: 3 * 1024 };

/**
 * Writes what one test tells: its records into the Main Log, its end where results are kept. Its promise for `finished`
 * resolves when both are on disk, or given up, so that whoever sees the end finds the rest. Never rejects.
 */
export function testRecorder(
  { mainLog, keep }: Parts,
  { testId, accountId, settings }: Test,
): (event: TestEvent) => Promise<void> {
  const of = { testId, ...(accountId === undefined ? {} : { accountId }) };
  const events: TestEvent[] = [];

  async function keepResult(): Promise<void> {
    // Cancelled before it began: it says nothing of the account.
    if (events.length < 2) return;
    await keep({
      lastTest: lastTestOf(testId, events),
      settings: settingsFingerprint(settings),
      events: keptEvents(events),
    });
  }

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
