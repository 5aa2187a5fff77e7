import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Id } from '../../shared/id.ts';
import type { LiveEvent } from '../../shared/live-event.ts';
import { finishedRuns, lostRuns, newestRuns, reduceRuns, type Run, type Runs } from './run.ts';

const current = signal<Runs>(new Map());
const lost = signal<Runs>(new Map());
const begun = signal(0);
const brokenOff = signal<ReadonlySet<number>>(new Set());
const newest = computed(() => newestRuns(current.value));
/** A test that a later stream tells anew was not lost. */
const seen = computed<Runs>(() => new Map([...lost.value, ...current.value]));
const newestSeen = computed(() => newestRuns(seen.value));

/** By test id. Finished ones stay for this page's life. */
export const runs: ReadonlySignal<Runs> = current;

/** The newest run of an account, if this page has seen one. */
export function runOf(accountId: Id): Run | undefined {
  return newest.value.get(accountId);
}

/** A run by its test, also one whose stream broke off. */
export function seenRun(testId: Id): Run | undefined {
  return seen.value.get(testId);
}

/** The newest run of an account, also one whose stream broke off: for its record, no state of the account. */
export function seenRunOf(accountId: Id): Run | undefined {
  return newestSeen.value.get(accountId);
}

/** How many streams this page has begun. What ended while it had none, no stream tells. */
export const streamsBegun: ReadonlySignal<number> = begun;

/** Whether a test is over that was started when this page had begun so many streams. */
export function isOver(testId: Id, streams: number): boolean {
  const run = current.value.get(testId);
  return run ? run.finished : begun.value > streams || isLost(streams);
}

/** Whether the stream has broken off that was this page's when it had begun so many. */
export function isLost(streams: number): boolean {
  return brokenOff.value.has(streams);
}

/** For the stream alone. */
export function tellRuns(events: readonly LiveEvent[]): void {
  current.value = reduceRuns(current.value, events);
}

/** For the stream alone: it begins. */
export function beginRuns(): void {
  begun.value++;
  current.value = finishedRuns(current.value);
}

/** For the stream alone: it broke off, by no wish of this page. Nothing is known to run until a next one tells it. */
export function loseRuns(): void {
  const unfinished = lostRuns(current.value);
  if (unfinished.size > 0) lost.value = unfinished;
  brokenOff.value = new Set([...brokenOff.value, begun.value]);
  current.value = finishedRuns(current.value);
}
