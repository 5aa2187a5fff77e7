import { expect, test } from 'vitest';
import { ageWords, exactTime, isStale } from '../../extension/status/age-words.ts';
import { duration } from '../../extension/status/duration.ts';

const moment = '2026-11-22T12:00:00.000Z';
const after = (ms: number) => Date.parse(moment) + ms;
const minute = 60_000;
const hour = 60 * minute;

test.each([
  [-3 * hour, 'in 3 hr.'],
  [-hour, 'in 1 hr.'],
  [-4.4 * minute, 'in 4 min.'],
  [-minute, 'in 1 min.'],
  [-5000, 'just now'],
  [0, 'just now'],
  [59_999, 'just now'],
  [minute, '1 min. ago'],
  [59 * minute + 59_999, '59 min. ago'],
  [hour, '1 hr. ago'],
  [24 * hour - 1, '23 hr. ago'],
  [24 * hour, 'yesterday'],
  [48 * hour, '2 days ago'],
  [400 * 24 * hour, '400 days ago'],
])('%i ms after a moment it was %s', (ms, words) => {
  expect(ageWords(moment, after(ms))).toBe(words);
});

test('yesterday is the day before, not whatever is less than 48 hours ago', () => {
  const lateEvening = new Date(2026, 10, 20, 23, 30).toISOString();
  expect(ageWords(lateEvening, new Date(2026, 10, 22, 9).getTime())).toBe('2 days ago');
  expect(ageWords(lateEvening, new Date(2026, 10, 21, 23, 45).getTime())).toBe('yesterday');
});

test('a result is stale after a day', () => {
  expect(isStale(moment, after(24 * hour))).toBe(false);
  expect(isStale(moment, after(24 * hour + 1))).toBe(true);
});

test('the exact time names the day, the millisecond and the distance from UTC', () => {
  const exact = exactTime('2026-11-22T12:00:00.045Z');
  expect(exact).toMatch(/^2026-11-2[123] \d\d:\d\d:00\.045 [+-]\d\d:\d\d$/);
  expect(new Date(exact.replace(' ', 'T').replace(' ', '')).toISOString()).toBe('2026-11-22T12:00:00.045Z');
});

test.each([
  [0, '0 ms'],
  [0.2, '<1 ms'],
  [212.4, '212 ms'],
  [999.6, '1 s'],
  [1249, '1.2 s'],
  [61_000, '61 s'],
])('%d ms are told as %s', (ms, words) => {
  expect(duration(ms)).toBe(words);
});
