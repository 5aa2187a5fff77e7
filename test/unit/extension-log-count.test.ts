import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { atMostEvery } from '../../extension/records/at-most-every.ts';

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
