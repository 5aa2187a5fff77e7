import { type ReadonlySignal, signal } from '@preact/signals';
import { browser } from '../browser.ts';
import { knownColumns, type LogColumn } from './log-columns.ts';

const key = 'logColumns';
const current = signal<readonly LogColumn[] | undefined>(undefined);

/** The columns that the person chose, in their order; undefined while they never did. */
export const chosenColumns: ReadonlySignal<readonly LogColumn[] | undefined> = current;

/** Reads what was chosen here before. */
export async function readColumns(): Promise<void> {
  const { [key]: stored } = await browser.storage.local.get(key);
  current.value = knownColumns(stored);
}

/** Keeps them for the next time; `undefined` goes back to the usual ones. */
export async function chooseColumns(columns: readonly LogColumn[] | undefined): Promise<void> {
  current.value = columns;
  if (columns) await browser.storage.local.set({ [key]: columns });
  else await browser.storage.local.remove(key);
}
