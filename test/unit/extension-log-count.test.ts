import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { throttledJob } from '../../extension/records/throttled-job.ts';
import { atMostEvery } from '../../extension/records/at-most-every.ts';
import { searchText } from '../../extension/records/search-text.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('what is wanted without a pause is done once in each stretch of time', () => {
  const job = vi.fn();
  const { want } = atMostEvery(1_000, job);
  for (let ms = 0; ms < 5_050; ms += 100) {
    want();
    vi.advanceTimersByTime(100);
  }
  expect(job).toHaveBeenCalledTimes(5);
});

test('what was stopped is not done', () => {
  const job = vi.fn();
  const { want, stop } = atMostEvery(1_000, job);
  want();
  stop();
  vi.advanceTimersByTime(2_000);
  expect(job).not.toHaveBeenCalled();
});

test('what comes while records are counted for the first time is counted after that', async () => {
  const ends: (() => void)[] = [];
  const job = vi.fn(() => new Promise<void>((resolve) => ends.push(resolve)));
  const { want } = throttledJob(1_000, job);
  expect(job).toHaveBeenCalledTimes(1);
  want();
  // One at a time, however long it takes.
  await vi.advanceTimersByTimeAsync(10_000);
  expect(job).toHaveBeenCalledTimes(1);
  ends[0]?.();
  await vi.advanceTimersByTimeAsync(999);
  expect(job).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(job).toHaveBeenCalledTimes(2);
  ends[1]?.();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(job).toHaveBeenCalledTimes(2);
});

test('what was wanted before the list was left is not counted', async () => {
  const ends: (() => void)[] = [];
  const job = vi.fn(() => new Promise<void>((resolve) => ends.push(resolve)));
  const { want, stop } = throttledJob(1_000, job);
  want();
  stop();
  ends[0]?.();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(job).toHaveBeenCalledTimes(1);
});

test('a search is as long as a condition takes, without half a character at its end', () => {
  expect(searchText('  list ')).toBe('list');
  expect(searchText('x'.repeat(1_001))).toBe('x'.repeat(1_000));
  expect(searchText(`${'x'.repeat(999)}😀`)).toBe('x'.repeat(999));
  expect(searchText(`${'x'.repeat(999)} y`)).toBe('x'.repeat(999));
});
