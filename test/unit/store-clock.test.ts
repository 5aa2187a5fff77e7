import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { outgoingLetter } from '../letters/examples.ts';
import { logEntry } from '../store/examples.ts';
import { memoryStore } from '../store/memory-store.ts';

const dayMs = 86_400_000;
const today = Date.parse('2026-11-23T12:00:00.000Z');
const ahead = Date.parse('2030-05-01T12:00:00.000Z');
const behind = Date.parse('2020-01-01T00:00:00.000Z');

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: today }));
afterEach(() => void vi.useRealTimers());

/** A log and letters, and the hourly retention by the clock as it is. */
function ground() {
  const { housekeeping, log, letters } = memoryStore();
  const at = (...times: number[]) => {
    for (const time of times) {
      const createdAt = new Date(time).toISOString();
      log.append([{ ...logEntry(createdAt), createdAt }]);
      letters.add(outgoingLetter({ createdAt, status: 'Processed' }));
    }
  };
  return {
    at,
    /** So many days before today. */
    ago: (...days: number[]) => at(...days.map((day) => today - day * dayMs)),
    /** Of records and letters, which have the same dates. */
    async trim(): Promise<number> {
      housekeeping.noteClock();
      const deleted = await housekeeping.trimLog();
      expect(await housekeeping.trimLetters()).toBe(deleted);
      return deleted;
    },
    kept: () => log.page({ limit: 500 }).map(({ message }) => message),
    newest: () => log.page({ limit: 1 })[0]?.message,
  };
}

describe('retention', () => {
  test('takes what is older than 90 days, on a day as any other', async () => {
    const { ago, trim } = ground();
    ago(200, 95, 93, 80, 2, 1.5, 0.5, 0);
    expect(await trim()).toBe(3);
    expect(await trim()).toBe(0);
  });

  test('deletes nothing by a clock that is years ahead for an hour, nor when it is right again', async () => {
    const { at, ago, trim, newest } = ground();
    ago(80, 40, 3, 2, 1, 0);
    for (const minutes of [0, 30, 60]) {
      vi.setSystemTime(ahead + minutes * 60_000);
      at(Date.now());
      expect(await trim()).toBe(0);
    }
    vi.setSystemTime(today + 3_700_000);
    at(Date.now());
    expect(await trim()).toBe(0);
    expect(newest()).toBe(new Date(Date.now()).toISOString());
    // The same once more, months later by that clock.
    vi.setSystemTime(ahead + 60 * dayMs);
    at(Date.now());
    expect(await trim()).toBe(0);
  });

  test('believes a clock that has been there for a day', async () => {
    const { at, ago, trim, kept } = ground();
    ago(80, 1, 0);
    vi.setSystemTime(ahead + 1.5 * dayMs);
    at(ahead, ahead + dayMs, Date.now());
    expect(await trim()).toBe(3);
    expect(kept()).toHaveLength(3);
  });

  test('deletes nothing young that was written by a clock behind, nor by such a clock', async () => {
    const { at, ago, trim } = ground();
    ago(5, 3, 2);
    at(behind, behind + 60_000);
    vi.setSystemTime(behind + 60_000);
    expect(await trim()).toBe(0);
    vi.setSystemTime(today);
    ago(1.5, 0);
    expect(await trim()).toBe(0);
  });

  test('takes what a clock ahead has dated with what was written behind it', async () => {
    const { at, ago, trim, kept } = ground();
    ago(200);
    at(ahead);
    ago(199, 198, 10);
    at(ahead);
    ago(9, 2, 0);
    expect(await trim()).toBe(4);
    expect(kept()).toHaveLength(5);
  });

  test('goes on where nothing is recorded any more', async () => {
    const { ago, trim, kept } = ground();
    ago(1, 0);
    const deleted: number[] = [];
    for (let day = 0; day <= 92; day += 1) {
      vi.setSystemTime(today + day * dayMs);
      deleted.push(await trim());
    }
    expect(deleted.flatMap((count, day) => (count > 0 ? [[day, count]] : []))).toEqual([
      [91, 1],
      [92, 1],
    ]);
    expect(kept()).toEqual([]);
  });

  test('after months without a record keeps the last ones for a day more', async () => {
    const { ago, trim } = ground();
    ago(300, 150, 149, 0);
    expect(await trim()).toBe(1);
    vi.setSystemTime(today + 1.1 * dayMs);
    expect(await trim()).toBe(2);
  });
});

test('a letter waits for no longer than its tries say, and a test letter is tried for no longer than its quarter of an hour', () => {
  const { letters } = memoryStore();
  const [minute, hour] = [60_000, 3_600_000];
  const at = (ms: number) => new Date(today + ms).toISOString();
  const added = (attempts: number, nextMs: number, untilMs?: number) =>
    letters.add(
      outgoingLetter({
        attempts,
        nextAttemptAt: at(nextMs),
        ...(untilMs === undefined ? {} : { triedUntil: at(untilMs) }),
      }),
    ).id;
  const ids = [
    added(0, 3 * hour),
    added(1, 3 * hour),
    added(1, -hour),
    added(2, 2 * hour),
    added(0, 3 * hour, 4 * hour),
    added(0, -hour, 4 * hour),
    added(0, -hour, 5 * minute),
  ];
  expect(letters.bringForward(today, [0, minute, 2 * hour])).toBe(true);
  expect(letters.bringForward(today, [0, minute, 2 * hour])).toBe(false);
  expect(
    ids.map((id) => letters.get(id)).map((letter) => [letter?.nextAttemptAt, letter?.triedUntil]),
  ).toEqual([
    [at(0), undefined],
    [at(minute), undefined],
    [at(-hour), undefined],
    [at(2 * hour), undefined],
    [at(0), at(15 * minute)],
    [at(-hour), at(15 * minute)],
    [at(-hour), at(5 * minute)],
  ]);
});

test('a letter that was held back at its last try keeps its minute', () => {
  const { letters } = memoryStore();
  const added = (nextMs: number) =>
    letters.add(outgoingLetter({ attempts: 10, nextAttemptAt: new Date(today + nextMs).toISOString() }));
  added(59_000);
  expect(letters.bringForward(today, [0, 60_000])).toBe(false);
  added(7_200_000);
  expect(letters.bringForward(today, [0, 60_000])).toBe(true);
});
