import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  longestName,
  mostFilters,
  savedFiltersStore,
} from '../../extension/log-builder/saved-filters-store.ts';
import { letterFields, logFields } from '../../shared/condition/fields.ts';
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
const filters = savedFiltersStore({ fields: logFields, first: 'source', filters: 'savedFilters' });
const names = async () => (await filters.all()).map(({ name }) => name);

beforeEach(() => {
  storage.held['savedFilters'] = undefined;
  storage.fails = false;
});

describe('saved filters', () => {
  it('of one list are none of another', async () => {
    const ofLetters = savedFiltersStore({ fields: letterFields, first: 'status', filters: 'letterFilters' });
    await filters.save({ name: 'Errors', condition: errors });
    await ofLetters.save({ name: 'Today', condition: today });
    expect(await names()).toEqual(['Errors']);
    expect(await ofLetters.all()).toEqual([{ name: 'Today', condition: today }]);
    storage.held['letterFilters'] = storage.held['savedFilters'];
    expect(await ofLetters.all()).toEqual([]);
  });

  it('are none at first, and come back as they were saved, in their order', async () => {
    expect(await filters.all()).toEqual([]);
    expect(await filters.save({ name: '  Errors ', condition: errors })).toBeUndefined();
    expect(await filters.save({ name: 'Today', condition: today })).toBeUndefined();
    expect(await filters.all()).toEqual([
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
    await filters.save({ name: 'Errors', condition: errors });
    expect(await filters.save({ name, condition: today })).toBe(trouble);
    expect(await names()).toHaveLength(trouble ? 1 : 2);
  });

  it('are replaced where they stand when that is said', async () => {
    await filters.save({ name: 'Errors', condition: errors });
    await filters.save({ name: 'Today', condition: today });
    expect(await filters.save({ name: 'errors', condition: today }, { replace: true })).toBeUndefined();
    expect(await filters.all()).toEqual([
      { name: 'errors', condition: today },
      { name: 'Today', condition: today },
    ]);
  });

  it('are renamed, also into the same name written otherwise, and into none that another has', async () => {
    await filters.save({ name: 'Errors', condition: errors });
    await filters.save({ name: 'Today', condition: today });
    expect(await filters.rename('Errors', 'ERRORS')).toBeUndefined();
    expect(await filters.rename('ERRORS', 'today')).toBe('taken');
    expect(await filters.rename('Gone', 'Other')).toBe('gone');
    expect(await names()).toEqual(['ERRORS', 'Today']);
  });

  it('come back after a deletion to where they stood', async () => {
    for (const name of ['a', 'b', 'c']) await filters.save({ name, condition: errors });
    const deleted = await filters.delete('b');
    expect(await names()).toEqual(['a', 'c']);
    if (typeof deleted === 'string') throw new Error(deleted);
    expect(await filters.restore(deleted)).toBeUndefined();
    expect(await names()).toEqual(['a', 'b', 'c']);
    expect(await filters.restore(deleted)).toBe('taken');
    expect(await filters.delete('z')).toBe('gone');
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
    expect(await filters.all()).toEqual([{ name: 'Errors', condition: errors }]);
    await filters.save({ name: 'Today', condition: today });
    await filters.delete('Errors');
    expect(storage.held['savedFilters']).toEqual([...strange, { name: 'Today', condition: today }]);
  });

  it('are none where the storage holds something else altogether', async () => {
    for (const damaged of ['text', 5, { 0: { name: 'a', condition: errors } }, null]) {
      storage.held['savedFilters'] = damaged;
      expect(await filters.all()).toEqual([]);
    }
  });

  it(`are at most ${mostFilters}`, async () => {
    storage.held['savedFilters'] = Array.from({ length: mostFilters }, (_, n) => ({
      name: `n${n}`,
      condition: errors,
    }));
    expect(await filters.save({ name: 'one more', condition: errors })).toBe('full');
    expect(await filters.save({ name: 'n7', condition: today }, { replace: true })).toBeUndefined();
  });

  it('are all kept when two windows save at once', async () => {
    await Promise.all(['a', 'b', 'c', 'd'].map((name) => filters.save({ name, condition: errors })));
    expect((await names()).toSorted()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('say so when the browser cannot write', async () => {
    storage.fails = true;
    expect(await filters.save({ name: 'Errors', condition: errors })).toBe('failed');
  });

  it('tell every window of a change, and of nothing else', async () => {
    const heard = vi.fn<() => void>();
    const stop = filters.onChange(heard);
    await filters.save({ name: 'Errors', condition: errors });
    for (const listener of storage.listeners) listener({ daemon: {} });
    expect(heard).toHaveBeenCalledTimes(1);
    stop();
    await filters.delete('Errors');
    expect(heard).toHaveBeenCalledTimes(1);
  });
});
