import { type ReadonlySignal, signal } from '@preact/signals';

/** What was just done to accounts, for the foot of the list. */
export interface ListNote {
  readonly text: string;
  /** Takes it back. */
  readonly undo?: () => Promise<void>;
}

/** A note that says no more than that it worked goes by itself; one that can be undone stays as long as that. */
const shownMs = 15_000;

const current = signal<ListNote | undefined>(undefined);
let timer: ReturnType<typeof setTimeout> | undefined;

/** The last one; it takes the place of the one before. */
export const listNote: ReadonlySignal<ListNote | undefined> = current;

export function sayInList(note: ListNote, forMs = shownMs): void {
  clearTimeout(timer);
  current.value = note;
  timer = setTimeout(hideNote, forMs);
}

export function hideNote(): void {
  clearTimeout(timer);
  current.value = undefined;
}
