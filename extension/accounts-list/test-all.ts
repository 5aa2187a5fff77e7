import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Id } from '../../shared/id.ts';
import type { RouteReply } from '../../shared/routes.ts';
import { call } from '../state/call.ts';
import { isOver, streamsBegun } from '../state/runs.ts';
import { accountsWords } from '../words/accounts.ts';
import { type Trouble, troubleOf } from '../accounts/trouble.ts';

type Started = RouteReply<'testsStartAll'>;

/** The tests that Test all started on this page, as far as they came. */
export interface Progress {
  readonly done: number;
  readonly all: number;
  readonly running: boolean;
}

const started = signal<(Started & { streams: number }) | undefined>(undefined);
const trouble = signal<Trouble | undefined>(undefined);
const asking = signal(false);

/** Undefined before the first Test all. */
export const progress: ReadonlySignal<Progress | undefined> = computed(() => {
  if (!started.value) return undefined;
  const all = started.value.started.length;
  const done = all - underWay().length;
  return { done, all, running: done < all };
});

/** Accounts that the last Test all left out, each with a sentence that says why. */
export const skipped: ReadonlySignal<Started['skipped']> = computed(() => started.value?.skipped ?? []);
export const testAllTrouble: ReadonlySignal<Trouble | undefined> = trouble;

/** Tests every active account; while it runs, nothing. */
export async function testAll(): Promise<void> {
  if (asking.value || progress.value?.running) return;
  asking.value = true;
  const streams = streamsBegun.peek();
  await tried(async () => void (started.value = { ...(await call('testsStartAll', {})), streams }));
  asking.value = false;
}

/** Tests one account. */
export function testOne(accountId: Id): Promise<void> {
  return tried(() => call('testsStart', { accountId }));
}

export function stopTests(testIds: Id[]): Promise<void> {
  return tried(() => call('testsCancel', { testIds }));
}

/** Stops what of the last Test all has not ended. */
export function stopAll(): Promise<void> {
  return stopTests(underWay());
}

function underWay(): Id[] {
  const { started: tests = [], streams = 0 } = started.value ?? {};
  return tests.map(({ testId }) => testId).filter((id) => !isOver(id, streams));
}

async function tried(go: () => Promise<unknown>): Promise<void> {
  trouble.value = undefined;
  try {
    await go();
  } catch (error) {
    const { errors, trouble: told } = troubleOf(error, accountsWords.errors.notTested);
    const [message] = Object.values(errors);
    trouble.value = told ?? { title: accountsWords.errors.notTested, message: message ?? '' };
  }
}
