import { afterEach, describe, expect, it, vi } from 'vitest';
import { counted, inDigits, t } from '../../extension/words.ts';
import { speak } from '../speak.ts';

it('puts values into a text by their names', () => {
  expect(t('popup.progress', { done: 5, of: 8 })).toBe('5 of 8');
});

it('chooses the form of a text by its number', () => {
  expect(counted('accounts.list.count', 1)).toBe('1 account');
  expect(counted('accounts.list.count', 12_000)).toBe('12,000 accounts');
  expect(inDigits(1_000_000)).toBe('1,000,000');
});

describe('in Russian', () => {
  afterEach(() => speak('en'));

  it('a number chooses one of three forms', async () => {
    await speak('ru');
    vi.resetModules();
    const russian = await import('../../extension/words.ts');
    expect(russian.language).toBe('ru');
    const said = [1, 2, 5, 11, 21, 104, 12_000].map((count) => russian.counted('accounts.list.count', count));
    expect(said.map((text) => text.replaceAll('\u00a0', ' '))).toEqual([
      '1 учётная запись',
      '2 учётные записи',
      '5 учётных записей',
      '11 учётных записей',
      '21 учётная запись',
      '104 учётные записи',
      '12 000 учётных записей',
    ]);
  });
});
