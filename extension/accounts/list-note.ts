import { type ReadonlySignal, signal } from '@preact/signals';
import type { Account } from '../../shared/account.ts';
import type { Id } from '../../shared/id.ts';
import { keptDeletedMinutes } from '../../shared/kept-deleted.ts';
import type { PropertyName } from '../../shared/properties.ts';

/** Accounts that were deleted from here and can be brought back. */
export interface Deletion {
  readonly accounts: readonly Pick<Account, 'id' | 'name'>[];
  /** Properties that named one of them, and are empty since. */
  readonly resets: readonly PropertyName[];
}

/** A note that says no more than that it worked goes by itself; one that can be undone stays as long as that. */
const shownMs = 15_000;

const said = signal<string | undefined>(undefined);
const kept = signal<Deletion | undefined>(undefined);
let saidTimer: ReturnType<typeof setTimeout> | undefined;
let keptTimer: ReturnType<typeof setTimeout> | undefined;

/** What was just done to accounts, for the foot of the list; it takes the place of the one before. */
export const listNote: ReadonlySignal<string | undefined> = said;

/** All that was deleted and can be undone; no other note takes its place. */
export const deletion: ReadonlySignal<Deletion | undefined> = kept;

export function sayInList(text: string): void {
  clearTimeout(saidTimer);
  said.value = text;
  saidTimer = setTimeout(hideSaid, shownMs);
}

/** Adds to what can be undone; all of it stays as long as the newest. */
export function keepDeletion({ accounts, resets }: Deletion): void {
  clearTimeout(keptTimer);
  hideSaid();
  const { accounts: before = [], resets: emptied = [] } = kept.peek() ?? {};
  kept.value = {
    accounts: [...before, ...accounts],
    resets: [...new Set([...emptied, ...resets])],
  };
  keptTimer = setTimeout(() => (kept.value = undefined), keptDeletedMinutes * 60_000);
}

/** These are back, or gone for good: either way there is nothing to undo of them. */
export function dropDeleted(ids: readonly Id[]): void {
  const { accounts = [], resets = [] } = kept.peek() ?? {};
  const left = accounts.filter(({ id }) => !ids.includes(id));
  if (left.length === 0) clearTimeout(keptTimer);
  kept.value = left.length > 0 ? { accounts: left, resets } : undefined;
}

/** Hides the newest note; below it is what can be undone. */
export function dismissNote(): void {
  if (said.peek() !== undefined) return hideSaid();
  clearTimeout(keptTimer);
  kept.value = undefined;
}

function hideSaid(): void {
  clearTimeout(saidTimer);
  said.value = undefined;
}
