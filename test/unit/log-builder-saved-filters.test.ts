import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  deleteFilter,
  longestName,
  mostFilters,
  onSavedFilters,
  renameFilter,
  restoreFilter,
  saveFilter,
  savedFilters,
} from '../../extension/log-builder/saved-filters-store.ts';
import type { Condition } from '../../shared/condition.ts';

type Listener = (changes: Record<string, unknown>) => void;
const storage = vi.hoisted(() => {
  const held: Record<string, unknown> = {};
  const listeners = new Set<Listener>();
  return { held, listeners, fails: false };
});
vi.mock(
  import('../../extension/browser.ts'),
  () =>
    ({
      browser: {
        storage: {
          local: {
            get: (key: string) => Promise.resolve(structuredClone({ [key]: storage.held[key] })),
            set: (values: Record<string, unknown>) => {
              if (storage.fails) return Promise.reject(new Error('QUOTA_BYTES quota exceeded'));
              Object.assign(storage.held, structuredClone(values));
              for (const listener of storage.listeners) listener(values);
              return Promise.resolve();
            },
            onChanged: {
              addListener: (listener: Listener) => storage.listeners.add(listener),
              removeListener: (listener: Listener) => storage.listeners.delete(listener),
            },
          },
        },
      },
    }) as never,
);

const errors: Condition = { combinator: 'and', rules: [{ field: 'level', operator: 'is', value: 'Error' }] };
const today: Condition = {
  combinator: 'or',
  rules: [{ field: 'createdAt', operator: 'on', value: 'today' }],
};
const names = async () => (await savedFilters()).map(({ name }) => name);

beforeEach(() => {
  storage.held['savedFilters'] = undefined;
  storage.fails = false;
});

describe('saved filters', () => {
  it('are none at first, and come back as they were saved, in their order', async () => {
    expect(await savedFilters()).toEqual([]);
    expect(await saveFilter({ name: '  Errors ', condition: errors })).toBeUndefined();
    expect(await saveFilter({ name: 'Today', condition: today })).toBeUndefined();
    expect(await savedFilters()).toEqual([
      { name: 'Errors', condition: errors },
      { name: 'Today', condition: today },
    ]);
  });

  it.each([
    ['   ', 'empty'],
    ['x'.repeat(longestName + 1), 'long'],
    ['ERRORS', 'taken'],
    ['straße'.toUpperCase(), undefined],
  ])('answer to the name %j with %s', async (name, trouble) => {
    await saveFilter({ name: 'Errors', condition: errors });
    expect(await saveFilter({ name, condition: today })).toBe(trouble);
    expect(await names()).toHaveLength(trouble ? 1 : 2);
  });

  it('are replaced where they stand when that is said', async () => {
    await saveFilter({ name: 'Errors', condition: errors });
    await saveFilter({ name: 'Today', condition: today });
    expect(await saveFilter({ name: 'errors', condition: today }, { replace: true })).toBeUndefined();
    expect(await savedFilters()).toEqual([
      { name: 'errors', condition: today },
      { name: 'Today', condition: today },
    ]);
  });

  it('are renamed, also into the same name written otherwise, and into none that another has', async () => {
    await saveFilter({ name: 'Errors', condition: errors });
    await saveFilter({ name: 'Today', condition: today });
    expect(await renameFilter('Errors', 'ERRORS')).toBeUndefined();
    expect(await renameFilter('ERRORS', 'today')).toBe('taken');
    expect(await renameFilter('Gone', 'Other')).toBe('gone');
    expect(await names()).toEqual(['ERRORS', 'Today']);
  });

  it('come back after a deletion to where they stood', async () => {
    for (const name of ['a', 'b', 'c']) await saveFilter({ name, condition: errors });
    const deleted = await deleteFilter('b');
    expect(await names()).toEqual(['a', 'c']);
    if (typeof deleted === 'string') throw new Error(deleted);
    expect(await restoreFilter(deleted)).toBeUndefined();
    expect(await names()).toEqual(['a', 'b', 'c']);
    expect(await restoreFilter(deleted)).toBe('taken');
    expect(await deleteFilter('z')).toBe('gone');
  });

  it('lose nothing by entries that are damaged or of another version, which stay in the storage', async () => {
    const strange = [
      7,
      null,
      { name: 'no condition' },
      { name: '', condition: errors },
      { name: 'odd', condition: { combinator: 'xor', rules: [] } },
    ];
    storage.held['savedFilters'] = [...strange, { name: 'Errors', condition: errors, colour: 'red' }];
    expect(await savedFilters()).toEqual([{ name: 'Errors', condition: errors }]);
    await saveFilter({ name: 'Today', condition: today });
    await deleteFilter('Errors');
    expect(storage.held['savedFilters']).toEqual([...strange, { name: 'Today', condition: today }]);
  });

  it('are none where the storage holds something else altogether', async () => {
    for (const damaged of ['text', 5, { 0: { name: 'a', condition: errors } }, null]) {
      storage.held['savedFilters'] = damaged;
      expect(await savedFilters()).toEqual([]);
    }
  });

  it(`are at most ${mostFilters}`, async () => {
    storage.held['savedFilters'] = Array.from({ length: mostFilters }, (_, n) => ({
      name: `n${n}`,
      condition: errors,
    }));
    expect(await saveFilter({ name: 'one more', condition: errors })).toBe('full');
    expect(await saveFilter({ name: 'n7', condition: today }, { replace: true })).toBeUndefined();
  });

  it('are all kept when two windows save at once', async () => {
    await Promise.all(['a', 'b', 'c', 'd'].map((name) => saveFilter({ name, condition: errors })));
    expect((await names()).toSorted()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('say so when the browser cannot write', async () => {
    storage.fails = true;
    expect(await saveFilter({ name: 'Errors', condition: errors })).toBe('failed');
  });

  it('tell every window of a change, and of nothing else', async () => {
    const heard = vi.fn<() => void>();
    const stop = onSavedFilters(heard);
    await saveFilter({ name: 'Errors', condition: errors });
    for (const listener of storage.listeners) listener({ daemon: {} });
    expect(heard).toHaveBeenCalledTimes(1);
    stop();
    await deleteFilter('Errors');
    expect(heard).toHaveBeenCalledTimes(1);
  });
});
