import { expect, it } from 'vitest';
import { counted, inDigits, t } from '../../extension/words.ts';

it('puts values into a text by their names', () => {
  expect(t('popup.progress', { done: 5, of: 8 })).toBe('5 of 8');
});

it('chooses the form of a text by its number', () => {
  expect(counted('accounts.list.count', 1)).toBe('1 account');
  expect(counted('accounts.list.count', 12_000)).toBe('12,000 accounts');
  expect(inDigits(1_000_000)).toBe('1,000,000');
});
