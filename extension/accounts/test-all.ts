import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Id } from '../../shared/id.ts';
import type { RouteReply } from '../../shared/routes.ts';
import { call } from '../state/call.ts';
import { runs } from '../state/runs.ts';
import { accountsWords } from '../words/accounts.ts';
import { type Trouble, troubleOf } from './trouble.ts';

type Started = RouteReply<'testsStartAll'>;

/** The tests that Test all started on this page, as far as they came. */
export interface Progress {
  readonly done: number;
  readonly all: number;
  readonly running: boolean;
}

const started = signal<Started | undefined>(undefined);
const trouble = signal<Trouble | undefined>(undefined);
const asking = signal(false);

/** Undefined before the first Test all. */
export const progress: ReadonlySignal<Progress | undefined> = computed(() => {
  if (!started.value) return undefined;
  const ids = started.value.started.map(({ testId }) => testId);
  const done = ids.filter((id) => runs.value.get(id)?.finished).length;
  return { done, all: ids.length, running: done < ids.length };
});

/** Accounts that the last Test all left out, each with a sentence that says why. */
export const skipped: ReadonlySignal<Started['skipped']> = computed(() => started.value?.skipped ?? []);
export const testAllTrouble: ReadonlySignal<Trouble | undefined> = trouble;

/** Tests every active account; while it runs, nothing. */
export async function testAll(): Promise<void> {
  if (asking.value || progress.value?.running) return;
  asking.value = true;
  await tried(async () => void (started.value = await call('testsStartAll', {})));
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
  const ids = (started.value?.started ?? []).map(({ testId }) => testId);
  return stopTests(ids.filter((id) => !runs.value.get(id)?.finished));
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
