import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Id } from '../../shared/id.ts';
import type { LiveEvent } from '../../shared/live-event.ts';
import { finishedRuns, newestRuns, reduceRuns, type Run, type Runs } from './run.ts';

const current = signal<Runs>(new Map());
const begun = signal(0);
const newest = computed(() => newestRuns(current.value));

/** By test id. Finished ones stay for this page's life. */
export const runs: ReadonlySignal<Runs> = current;

/** The newest run of an account, if this page has seen one. */
export function runOf(accountId: Id): Run | undefined {
  return newest.value.get(accountId);
}

/** How many streams this page has begun. What ended while it had none, no stream tells. */
export const streamsBegun: ReadonlySignal<number> = begun;

/** Whether a test is over that was started when this page had begun so many streams. */
export function isOver(testId: Id, streams: number): boolean {
  const run = current.value.get(testId);
  return run ? run.finished : begun.value > streams;
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
