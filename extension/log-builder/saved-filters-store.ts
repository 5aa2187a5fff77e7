import * as z from 'zod/mini';
import { type Condition, conditionOn } from '../../shared/condition.ts';
import { folded } from '../../shared/condition/folded.ts';
import { browser } from '../browser.ts';
import type { BuiltList } from './built-list.ts';

/** A condition under a name; no two names are the same, capitals aside. */
export interface SavedFilter {
  readonly name: string;
  readonly condition: Condition;
}

/** What was taken out, and where it stood. */
export interface DeletedFilter {
  readonly filter: SavedFilter;
  readonly place: number;
}

/** Why nothing was changed. */
export type SavedFilterTrouble = 'empty' | 'taken' | 'long' | 'full' | 'gone' | 'failed';

/** How many are kept. */
export const mostFilters = 100;
/** Characters. */
export const longestName = 80;

/** The filters that this browser keeps for one list. */
export interface SavedFiltersStore {
  /** All that this version understands, in the order they were saved. What it does not understand stays in the storage. */
  all(): Promise<SavedFilter[]>;
  /** Calls back when any window has changed them, this one too. Returns what ends that. */
  onChange(listener: () => void): () => void;
  /** Saves under a new name; under one that is taken only if `replace` says so. */
  save(filter: SavedFilter, how?: { replace?: boolean }): Promise<SavedFilterTrouble | undefined>;
  /** Another name for one; a new way to write the same name is none that is taken. */
  rename(from: string, to: string): Promise<SavedFilterTrouble | undefined>;
  /** Takes one out; `restore` brings back what is returned. */
  delete(name: string): Promise<DeletedFilter | SavedFilterTrouble>;
  /** Puts it back where it stood, unless its name is taken meanwhile. */
  restore(deleted: DeletedFilter): Promise<SavedFilterTrouble | undefined>;
}

export function savedFiltersStore({ filters: key, fields }: BuiltList): SavedFiltersStore {
  const Filter: z.ZodMiniType<SavedFilter> = z.object({
    name: z.string().check(z.minLength(1), z.maxLength(longestName)),
    condition: conditionOn(fields),
  });

  async function kept(): Promise<unknown[]> {
    const stored = await browser.storage.local.get(key);
    return z.array(z.unknown()).safeParse(stored[key]).data ?? [];
  }

  /** One window after the other, each upon what the one before has left. */
  async function change(
    step: (entries: readonly unknown[]) => readonly unknown[] | SavedFilterTrouble,
  ): Promise<SavedFilterTrouble | undefined> {
    try {
      return await navigator.locks.request(key, async () => {
        const changed = step(await kept());
        if (typeof changed === 'string') return changed;
        await browser.storage.local.set({ [key]: changed });
        return undefined;
      });
    } catch {
      // The storage is full or cannot be written.
      return 'failed';
    }
  }

  function nameTrouble(entries: readonly unknown[], name: string): SavedFilterTrouble | undefined {
    if (name === '') return 'empty';
    if (name.length > longestName) return 'long';
    return placeOf(entries, name) >= 0 ? 'taken' : undefined;
  }

  function placeOf(entries: readonly unknown[], name: string): number {
    const wanted = folded(name.normalize());
    return entries.findIndex((entry) => {
      const filter = Filter.safeParse(entry).data;
      return filter !== undefined && folded(filter.name.normalize()) === wanted;
    });
  }

  return {
    all: async () => (await kept()).flatMap((entry) => Filter.safeParse(entry).data ?? []),
    onChange(listener) {
      const heard = (changes: Record<string, unknown>) => {
        if (key in changes) listener();
      };
      browser.storage.local.onChanged.addListener(heard);
      return () => browser.storage.local.onChanged.removeListener(heard);
    },
    save({ name, condition }, { replace = false } = {}) {
      const filter = { name: name.trim(), condition };
      return change((entries) => {
        const at = placeOf(entries, filter.name);
        if (at >= 0 && replace) return entries.with(at, filter);
        const trouble = nameTrouble(entries, filter.name);
        if (trouble) return trouble;
        return entries.length >= mostFilters ? 'full' : [...entries, filter];
      });
    },
    rename(from, to) {
      const name = to.trim();
      return change((entries) => {
        const at = placeOf(entries, from);
        const filter = Filter.safeParse(entries[at]).data;
        if (!filter) return 'gone';
        return nameTrouble(entries.toSpliced(at, 1), name) ?? entries.with(at, { ...filter, name });
      });
    },
    async delete(name) {
      let deleted: DeletedFilter | undefined;
      const trouble = await change((entries) => {
        const place = placeOf(entries, name);
        const filter = Filter.safeParse(entries[place]).data;
        if (!filter) return 'gone';
        deleted = { filter, place };
        return entries.toSpliced(place, 1);
      });
      return trouble ?? deleted ?? 'gone';
    },
    restore: ({ filter, place }) =>
      change((entries) => {
        if (entries.length >= mostFilters) return 'full';
        return nameTrouble(entries, filter.name) ?? entries.toSpliced(place, 0, filter);
      }),
  };
}
