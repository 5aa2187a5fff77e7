import { expect, test } from 'vitest';
import { fullMomentWords, momentWords } from '../../extension/records/moment-words.ts';

// By the clock of whichever computer the test runs on.
const now = new Date(2026, 10, 22, 12).getTime();
const at = (...moment: [number, number, number, number, number, number, number]) =>
  new Date(...moment).toISOString();

test('a moment of today is its time to the millisecond', () => {
  expect(momentWords(at(2026, 10, 22, 0, 5, 7, 9), now)).toBe('00:05:07.009');
});

test('a moment of this year has its day, an older one its year too', () => {
  expect(momentWords(at(2026, 10, 21, 23, 5, 7, 9), now)).toBe('Nov 21, 23:05:07');
  expect(momentWords(at(2025, 10, 22, 12, 5, 7, 9), now)).toBe('11/22/2025, 12:05:07');
});

test('a moment in full leaves nothing out', () => {
  expect(fullMomentWords(at(2026, 10, 22, 0, 5, 7, 9))).toBe('November 22, 2026 at 00:05:07.009');
});
