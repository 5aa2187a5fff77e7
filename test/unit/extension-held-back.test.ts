import { expect, test, vi } from 'vitest';
import { heldBack, listTrouble, testOne } from '../../extension/accounts-list/test-all.ts';
import { Refused } from '../../shared/refusal.ts';

const ask = vi.hoisted(() => vi.fn<() => Promise<unknown>>());
vi.mock(import('../../extension/state/call.ts'), () => ({ call: ask }) as never);

test('the account that is held back is the one whose test was refused, whatever is tested beside it', async () => {
  const other = Promise.withResolvers<unknown>();
  ask.mockReturnValueOnce(other.promise);
  const slow = testOne('2');
  ask.mockRejectedValueOnce(new Refused({ kind: 'guarded', message: 'Not again.' }));
  await testOne('1');
  expect(heldBack.value).toBe('1');
  other.resolve({ testId: '3' });
  await slow;
  expect(listTrouble.value).toMatchObject({ guarded: true });
  expect(heldBack.value).toBe('1');
});
