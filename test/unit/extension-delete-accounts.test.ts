import { beforeEach, describe, expect, test, vi } from 'vitest';
import { deleteAccounts, deletionWords, undoDeletion } from '../../extension/accounts/delete-accounts.ts';
import { deletion, dismissNote, listNote, sayInList } from '../../extension/accounts/list-note.ts';
import type { Id } from '../../shared/id.ts';

const asked = vi.hoisted(() => vi.fn<(name: string, body: { ids: Id[] }) => Promise<object>>());
vi.mock(import('../../extension/state/call.ts'), () => ({ call: asked }) as never);

const all = { accountsDelete: 'deleted', accountsRestore: 'restored' } as Record<string, string>;
const named = (count: number, from = 0) =>
  Array.from({ length: count }, (_, at) => ({
    id: `1574252846${String(from + at).padStart(8, '0')}`,
    name: `Account ${from + at}`,
  }));
const words = () => (deletion.value ? deletionWords(deletion.value) : undefined);

beforeEach(() => {
  dismissNote();
  dismissNote();
  asked.mockReset();
  asked.mockImplementation(async (name, { ids }) => ({ [all[name] ?? '']: ids, resets: [], defaults: [] }));
});

describe('what was deleted', () => {
  test('is one note with what is deleted next, and one Undo brings all of it back', async () => {
    await deleteAccounts(named(1));
    expect(words()).toBe('Account 0 was deleted.');
    await deleteAccounts(named(2, 1));
    expect(words()).toBe('3 accounts deleted.');
    await undoDeletion();
    expect(asked).toHaveBeenLastCalledWith('accountsRestore', { ids: named(3).map(({ id }) => id) });
    expect([words(), listNote.value]).toEqual([undefined, '3 accounts restored.']);
  });

  test('can be undone while another note is shown, and after it was dismissed', async () => {
    await deleteAccounts(named(1));
    sayInList('2 accounts activated.');
    expect([words(), listNote.value]).toEqual(['Account 0 was deleted.', '2 accounts activated.']);
    dismissNote();
    expect([words(), listNote.value]).toEqual(['Account 0 was deleted.', undefined]);
    dismissNote();
    expect(words()).toBeUndefined();
  });

  test('can be undone until as long after the newest as the companion keeps it', async () => {
    vi.useFakeTimers();
    await deleteAccounts(named(1));
    vi.advanceTimersByTime(6 * 60_000);
    await deleteAccounts(named(1, 1));
    vi.advanceTimersByTime(6 * 60_000);
    expect(words()).toBe('2 accounts deleted.');
    vi.advanceTimersByTime(6 * 60_000);
    expect(words()).toBeUndefined();
    vi.useRealTimers();
  });

  test('by somebody else meanwhile has no Undo here', async () => {
    asked.mockResolvedValueOnce({ deleted: [], resets: [] });
    await deleteAccounts(named(1));
    expect([words(), listNote.value]).toEqual([undefined, '1 was deleted meanwhile.']);
  });

  test('before a later part failed can be undone, and the failure is told', async () => {
    asked.mockImplementationOnce(async (_name, { ids }) => ({ deleted: ids, resets: [] }));
    asked.mockRejectedValueOnce(new Error('away'));
    await expect(deleteAccounts(named(1500))).rejects.toThrow('away');
    expect(words()).toBe('1,000 accounts deleted.');
  });

  test('shows the marks in a name that a page would obey', async () => {
    await deleteAccounts([{ id: '157425284611357801', name: 'Ada\u202Egnp' }]);
    expect(words()).toBe(String.raw`Ada\u202egnp was deleted.`);
  });
});

describe('an Undo that fails', () => {
  test('leaves the note with its Undo, and says so', async () => {
    await deleteAccounts(named(1));
    asked.mockRejectedValueOnce(new Error('away'));
    await undoDeletion();
    expect(words()).toBe('Account 0 was deleted.');
    expect(listNote.value).toMatch(/^The accounts were not restored\. .+/);
    await undoDeletion();
    expect([words(), listNote.value]).toEqual([undefined, '1 account restored.']);
  });

  test('in a later part leaves what is left, and tells what is back', async () => {
    await deleteAccounts(named(1500));
    asked.mockImplementationOnce(async (_name, { ids }) => ({ restored: ids.slice(1), defaults: [] }));
    asked.mockRejectedValueOnce(new Error('away'));
    await undoDeletion();
    expect(words()).toBe('500 accounts deleted.');
    expect(listNote.value).toMatch(/^999 accounts restored\. 1 is gone for good\. The accounts were not/);
  });

  test('asks but once when it is pressed twice', async () => {
    await deleteAccounts(named(1));
    asked.mockClear();
    await Promise.all([undoDeletion(), undoDeletion()]);
    expect(asked).toHaveBeenCalledTimes(1);
  });
});
