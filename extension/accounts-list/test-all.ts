import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Id } from '../../shared/id.ts';
import type { RouteReply } from '../../shared/routes.ts';
import type { Trouble } from '../fields/trouble.ts';
import { troubleOf } from '../accounts/trouble.ts';
import { call } from '../state/call.ts';
import { isGuardedRefusal } from '../state/guarded-refusal.ts';
import { isOver, streamsBegun } from '../state/runs.ts';
import { t } from '../words.ts';
import { inParts } from '../accounts/in-parts.ts';

type Started = RouteReply<'testsStartAll'>;

/** The tests that were started together on this page, as far as they came. */
export interface Progress {
  readonly done: number;
  readonly all: number;
  readonly running: boolean;
}

const started = signal<(Started & { streams: number }) | undefined>(undefined);
const trouble = signal<Trouble | undefined>(undefined);
const asking = signal(false);
const held = signal<Id | undefined>(undefined);
const none: Started['started'] = [];

/** Undefined before the first Test all. */
export const progress: ReadonlySignal<Progress | undefined> = computed(() => {
  if (!started.value) return undefined;
  const all = started.value.started.length;
  const done = all - underWay().length;
  return { done, all, running: done < all };
});

/** The tests of the last Test all. */
export const startedTogether: ReadonlySignal<Started['started']> = computed(
  () => started.value?.started ?? none,
);

/** Accounts that the last Test all left out, each with a sentence that says why. */
export const skipped: ReadonlySignal<ReadonlyMap<Id, string>> = computed(
  () => new Map(started.value?.skipped.map(({ accountId, reason }) => [accountId, reason])),
);
/** What went wrong with something that the person asked for in the list. */
export const listTrouble: ReadonlySignal<Trouble | undefined> = trouble;

/** The account whose test was held back, while the trouble says so. */
export const heldBack: ReadonlySignal<Id | undefined> = computed(() =>
  trouble.value?.guarded ? held.value : undefined,
);

/** Tests every active account, or these, active or not; while it runs, nothing. Gives what was started and what left out. */
export async function testAll(accountIds?: readonly Id[]): Promise<Started | undefined> {
  if (asking.value || progress.value?.running) return undefined;
  asking.value = true;
  const streams = streamsBegun.peek();
  let begun: Started | undefined;
  await tried(async () => {
    const replies: Started[] = [];
    for (const ids of accountIds ? inParts(accountIds) : [undefined])
      replies.push(await call('testsStartAll', ids ? { accountIds: ids } : {}));
    begun = {
      started: replies.flatMap((reply) => reply.started),
      skipped: replies.flatMap((reply) => reply.skipped),
    };
    started.value = { ...begun, streams };
  });
  asking.value = false;
  return begun;
}

/** Tests one account; `anyway` also a guarded one. */
export async function testOne(accountId: Id, anyway = false): Promise<void> {
  await tried(async () => {
    try {
      await call('testsStart', { accountId, ...(anyway ? { anyway } : {}) });
    } catch (error) {
      // In the same turn as the trouble that names it.
      if (isGuardedRefusal(error)) held.value = accountId;
      throw error;
    }
  });
}

export function stopTests(testIds: Id[]): Promise<void> {
  return tried(async () => {
    for (const ids of inParts(testIds)) await call('testsCancel', { testIds: ids });
  });
}

/** Stops what of the last Test all has not ended. */
export function stopAll(): Promise<void> {
  return stopTests(underWay());
}

/** Does it; what goes wrong is told above the list, under this title. */
export async function tried(
  go: () => Promise<unknown>,
  title = t('accounts.errors.notTested'),
): Promise<void> {
  trouble.value = undefined;
  try {
    await go();
  } catch (error) {
    const { errors, trouble: told } = troubleOf(error, title);
    const [message] = Object.values(errors);
    trouble.value = told ?? { title, message: message ?? '' };
  }
}

function underWay(): Id[] {
  const { started: tests = [], streams = 0 } = started.value ?? {};
  return tests.map(({ testId }) => testId).filter((id) => !isOver(id, streams));
}
