import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ConditionField } from '../../shared/condition/fields.ts';
import { browser } from '../browser.ts';
import { knownColumns } from './columns.ts';
import type { RecordKind } from './record-kind.ts';

type Columns = readonly ConditionField[] | undefined;

const chosen = new Map<string, Signal<Columns>>();

function keyOf({ name }: RecordKind): string {
  return `${name}Columns`;
}

function signalOf(kind: RecordKind): Signal<Columns> {
  const key = keyOf(kind);
  const known = chosen.get(key) ?? signal<Columns>(undefined);
  chosen.set(key, known);
  return known;
}

/** The columns that the person chose for a list, in their order; undefined while they never did. */
export function chosenColumns(kind: RecordKind): ReadonlySignal<Columns> {
  return signalOf(kind);
}

/** So many choices of this page are being kept, by their keys. */
const keeping = new Map<string, number>();

async function readKept(kind: RecordKind): Promise<void> {
  const key = keyOf(kind);
  const { [key]: stored } = await browser.storage.local.get(key);
  // What is chosen here meanwhile is newer.
  if (!keeping.get(key)) signalOf(kind).value = knownColumns(stored, kind);
}

/** Reads what was chosen here before, and from now on what is chosen in another window. */
export async function readColumns(kind: RecordKind): Promise<void> {
  browser.storage.local.onChanged.addListener((changes) => {
    if (keyOf(kind) in changes) void readKept(kind);
  });
  await readKept(kind);
}

/** Keeps them for the next time; `undefined` goes back to the usual ones. */
export async function chooseColumns(kind: RecordKind, columns: Columns): Promise<void> {
  const key = keyOf(kind);
  signalOf(kind).value = columns;
  keeping.set(key, (keeping.get(key) ?? 0) + 1);
  try {
    if (columns) await browser.storage.local.set({ [key]: columns });
    else await browser.storage.local.remove(key);
  } finally {
    keeping.set(key, (keeping.get(key) ?? 1) - 1);
  }
  // Two windows may choose at once: both show what is kept.
  await readKept(kind);
}
