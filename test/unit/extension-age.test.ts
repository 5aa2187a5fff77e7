import { expect, test } from 'vitest';
import { ageWords, exactTime, isStale } from '../../extension/status/age-words.ts';

const moment = '2026-11-22T12:00:00.000Z';
const after = (ms: number) => Date.parse(moment) + ms;
const minute = 60_000;
const hour = 60 * minute;

test.each([
  [-5000, 'just now'],
  [0, 'just now'],
  [59_999, 'just now'],
  [minute, '1 min ago'],
  [59 * minute + 59_999, '59 min ago'],
  [hour, '1 h ago'],
  [24 * hour - 1, '23 h ago'],
  [24 * hour, 'yesterday'],
  [48 * hour, '2 days ago'],
  [400 * 24 * hour, '400 days ago'],
])('%i ms after a moment it was %s', (ms, words) => {
  expect(ageWords(moment, after(ms))).toBe(words);
});

test('a result is stale after a day', () => {
  expect(isStale(moment, after(24 * hour))).toBe(false);
  expect(isStale(moment, after(24 * hour + 1))).toBe(true);
});

test('the exact time names the day, the millisecond and the zone', () => {
  expect(exactTime('2026-11-22T12:00:00.045Z')).toMatch(/^2026-11-2[123] \d\d:\d\d:00\.045 \S+$/);
});
