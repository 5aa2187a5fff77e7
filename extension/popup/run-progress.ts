import type { Id } from '../../shared/id.ts';
import type { Run, Runs } from '../state/run.ts';
import type { RunShown } from '../status/account-state.ts';

export interface RunProgress {
  done: number;
  of: number;
  /** Tests under way, for cancelling them. */
  underWay: Id[];
}

/** How far the tests of saved accounts are; `before` holds those that had ended when nothing ran last. */
export function runProgress(runs: Runs, before: ReadonlySet<Id>): RunProgress {
  const counted = [...runs.values()].filter(({ testId, accountId }) => accountId && !before.has(testId));
  const underWay = counted.filter(({ finished }) => !finished).map(({ testId }) => testId);
  return { done: counted.length - underWay.length, of: counted.length, underWay };
}

/** What a state badge shows of a run; nothing when there is none under way. */
export function runShown(run: Run | undefined): RunShown | undefined {
  if (!run || run.finished) return undefined;
  return { stage: run.events.findLast((event) => event.type === 'started')?.stage };
}
