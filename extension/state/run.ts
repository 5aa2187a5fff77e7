import type { TestEvent } from '../../shared/event.ts';
import type { Id } from '../../shared/id.ts';
import type { LiveEvent } from '../../shared/live-event.ts';

/** One test as this page has seen it. `accountId` is missing for a draft that was never saved. */
export interface Run {
  readonly testId: Id;
  readonly accountId?: Id;
  /** Of what stood in a form: its result is not the account's. */
  readonly draft?: true;
  readonly events: readonly TestEvent[];
  readonly finished: boolean;
  /** The stream that told it broke off before its end. */
  readonly lost?: true;
}

export type Runs = ReadonlyMap<Id, Run>;

/** More are nobody's to look at: the oldest finished ones go first. */
const mostRuns = 2000;

/** What the runs are after these events, in any order and of runs never heard of. Each stream tells an event once. */
export function reduceRuns(runs: Runs, events: readonly LiveEvent[]): Runs {
  const next = new Map(runs);
  let changed = false;
  for (const event of events) {
    if (event.type !== 'queued' && event.type !== 'run') continue;
    const before = next.get(event.testId);
    const after = event.type === 'queued' ? queued(before, event) : walked(before, event);
    if (after === before) continue;
    next.set(event.testId, after);
    changed = true;
  }
  if (!changed) return runs;
  for (const [testId, { finished }] of next) {
    if (next.size <= mostRuns) break;
    if (finished) next.delete(testId);
  }
  return next;
}

/** A new stream tells every run under way from its first event: what an old one left half-told is dropped. */
export function finishedRuns(runs: Runs): Runs {
  return new Map([...runs].filter(([, { finished }]) => finished));
}

/** What a stream that broke off has left half-told. */
export function lostRuns(runs: Runs): Runs {
  const unfinished = [...runs].filter(([, { finished }]) => !finished);
  return new Map(unfinished.map(([id, run]) => [id, { ...run, lost: true }]));
}

/** The newest run of each account as it is saved; ids are ordered by time. */
export function newestRuns(runs: Runs): ReadonlyMap<Id, Run> {
  const newest = new Map<Id, Run>();
  for (const run of runs.values()) {
    const { accountId, draft } = run;
    if (accountId === undefined || draft) continue;
    const other = newest.get(accountId);
    if (!other || other.testId < run.testId) newest.set(accountId, run);
  }
  return newest;
}

function queued(run: Run | undefined, { testId, accountId, draft }: LiveEvent & { type: 'queued' }): Run {
  const of = { ...(accountId ? { accountId } : {}), ...(draft ? { draft } : {}) };
  if (!run) return { testId, ...of, events: [], finished: false };
  const known = (!accountId || run.accountId) && (!draft || run.draft);
  return known ? run : { ...of, ...run };
}

function walked(run: Run | undefined, { testId, event }: LiveEvent & { type: 'run' }): Run {
  const before = run ?? { testId, events: [], finished: false };
  if (before.finished) return before;
  return { ...before, events: [...before.events, event], finished: event.type === 'finished' };
}
