import type { TestedAccount } from '../../shared/account-status.ts';
import type { LastTest } from '../../shared/last-test.ts';
import type { Run } from '../state/run.ts';

/** The account as its newest run left it: the daemon's own account of it comes a moment later. */
export function withRun(tested: TestedAccount, run: Run | undefined): TestedAccount {
  if (!run?.finished || run.testId <= (tested.lastTest?.testId ?? '')) return tested;
  const lastTest = lastTestOf(run);
  return lastTest ? { ...tested, lastTest } : tested;
}

/** How a run ended; the moment is that of the first look. */
function lastTestOf(run: Run): LastTest | undefined {
  const known = seen.get(run);
  if (known) return known;
  const finished = run.events.findLast((event) => event.type === 'finished');
  if (!finished) return undefined;
  const { verdict, ms, ids, warnings } = finished;
  const failed = run.events.findLast((event) => event.type === 'failed');
  const lastTest = {
    testId: run.testId,
    endedAt: new Date().toISOString(),
    verdict,
    ms,
    warnings,
    changed: false,
    ...(ids ? { ids } : {}),
    ...(failed ? { stage: failed.stage, failure: failed.failure } : {}),
  };
  seen.set(run, lastTest);
  return lastTest;
}

const seen = new WeakMap<Run, LastTest>();
