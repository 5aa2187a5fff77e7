import { describe, expect, test } from 'vitest';
import type { RecordPages } from '../../extension/records/record-pages.ts';
import { recordAt, rowCount } from '../../extension/records/page-window.ts';
import { logOf, record } from '../pages/paged-log.ts';

describe('the pages of a list', () => {
  test('are asked for before anyone comes there, from the newest to the oldest', async () => {
    const log = logOf(2_000);
    await log.pages.begin('start');
    expect(rows(log.pages)).toBe(200);
    for (let row = 0; row < 2_000; row += 50) {
      log.pages.look(row, row + 30);
      await settled();
      expect(numberAt(log.pages, row)).toBe(2_000 - row);
      expect(rows(log.pages)).toBeGreaterThan(Math.min(1_999, row + 200));
    }
    expect(log.pages.window.value?.edges.end).toBeUndefined();
    expect(log.pages.shift.value).toBe(0);
  });

  test('begin at the end as well, and what is read stays where it is when more comes before', async () => {
    const log = logOf(1_000);
    await log.pages.begin('end');
    expect(numberAt(log.pages, 199)).toBe(1);
    log.pages.look(150, 199);
    await settled();
    expect(log.pages.shift.value).toBeGreaterThan(0);
    expect(numberAt(log.pages, 199 + log.pages.shift.value)).toBe(1);
  });

  test('far away are dropped, and asked for again when somebody comes back', async () => {
    const log = logOf(10_000);
    await log.pages.begin('start');
    for (let row = 0; row < 9_000; row += 150) {
      log.pages.look(row, row + 30);
      await settled();
    }
    expect(numberAt(log.pages, 0)).toBeUndefined();
    log.pages.look(0, 30);
    await settled();
    expect(numberAt(log.pages, 0)).toBe(10_000);
    expect(numberAt(log.pages, 30)).toBe(9_970);
    expect(numberAt(log.pages, 9_000)).toBeUndefined();
  });

  test('go on where the daemon had no time to look further', async () => {
    const log = logOf(1_000, 3);
    await log.pages.begin('start');
    expect(rows(log.pages)).toBe(200);
    await log.pages.begin('end');
    expect(rows(log.pages)).toBe(200);
    expect(numberAt(log.pages, 199)).toBe(1);
  });

  test('catch up with what came meanwhile, or say that it is too much', async () => {
    const log = logOf(100);
    await log.pages.begin('start');
    log.grow(150);
    expect(await log.pages.catchUp()).toBe(true);
    expect(numberAt(log.pages, 0)).toBe(150);
    expect(log.pages.shift.value).toBe(50);
    log.grow(5_000);
    expect(await log.pages.catchUp()).toBe(false);
  });

  test('hold each record once and in order when newer ones are joined while they catch up', async () => {
    const log = logOf(100);
    await log.pages.begin('start');
    log.grow(150);
    const caughtUp = log.pages.catchUp();
    log.pages.join([record(151), record(150)], false);
    expect(await caughtUp).toBe(true);
    expect(rows(log.pages)).toBe(151);
    expect([0, 1, 2, 150].map((row) => numberAt(log.pages, row))).toEqual([151, 150, 149, 1]);
  });

  test('are asked for again in their place when records have changed, new ones on top', async () => {
    const log = logOf(1_000);
    await log.pages.begin('start');
    log.pages.look(100, 130);
    await settled();
    log.grow(1_010);
    await log.pages.refresh(true);
    expect(log.pages.shift.value).toBe(10);
    expect(numberAt(log.pages, 0)).toBe(1_010);
    expect(numberAt(log.pages, 110)).toBe(900);
    await log.pages.refresh(false);
    expect(log.pages.shift.value).toBe(10);
    const before = numberAt(log.pages, 110);
    for (let row = 0; row < 1_000; row += 150) {
      log.pages.look(row, row + 30);
      await settled();
    }
    await log.pages.refresh(true);
    expect(numberAt(log.pages, 110)).toBe(before);
    expect(rows(log.pages)).toBe(1_010);
  });

  test('asked for again while somebody scrolls on keep what is read in its place', async () => {
    const log = logOf(1_000);
    await log.pages.begin('start');
    log.pages.look(100, 130);
    await settled();
    log.grow(1_010);
    const asked = log.pages.refresh(true);
    log.pages.look(130, 160);
    await asked;
    expect(log.pages.shift.value).toBe(10);
    expect(numberAt(log.pages, 140)).toBe(870);
  });

  test('that change again while they are asked for, or fail then, are asked for once more', async () => {
    const log = logOf(1_000);
    await log.pages.begin('start');
    log.grow(1_001);
    void log.pages.refresh(false);
    await Promise.resolve();
    log.grow(1_002);
    await log.pages.refresh(false);
    await settled();
    expect(numberAt(log.pages, 0)).toBe(1_002);
    log.broken = true;
    log.grow(1_003);
    await log.pages.refresh(false);
    log.broken = false;
    log.pages.retry();
    await settled();
    expect(numberAt(log.pages, 0)).toBe(1_003);
  });

  test('that change while somebody reads far below are asked for when the begin is in sight again', async () => {
    const log = logOf(3_000);
    await log.pages.begin('start');
    for (let row = 0; row < 2_000; row += 150) {
      log.pages.look(row, row + 30);
      await settled();
    }
    log.grow(3_001);
    await log.pages.refresh(true);
    await settled();
    log.pages.look(0, 30);
    await settled();
    expect(numberAt(log.pages, 0)).toBe(3_001);
  });

  test('far from the begin hold what came between them, and nothing falls out behind it', async () => {
    const log = logOf(3_000);
    await log.pages.begin('start');
    for (let row = 0; row < 2_000; row += 150) {
      log.pages.look(row, row + 30);
      await settled();
    }
    log.pages.look(1_450, 1_480);
    await settled();
    log.insert(1_450, 5);
    await log.pages.refresh(true);
    await settled();
    const { value: window } = log.pages.window;
    const here = Array.from({ length: 600 }, (_, at) => window && recordAt(window, 1_200 + at)?.message);
    const between = here.indexOf('between 0');
    expect(between).toBeGreaterThan(0);
    expect(here.slice(between - 1, between + 6)).toEqual([
      'record 1551',
      ...Array.from({ length: 5 }, (_, at) => `between ${at}`),
      'record 1550',
    ]);
    const numbers = here
      .filter((message) => message?.startsWith('record'))
      .map((message) => Number(message?.slice(7)));
    expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, at) => 1_800 - at));
  });

  test('at the end hold what came behind it', async () => {
    const log = logOf(1_000);
    await log.pages.begin('end');
    log.pages.look(150, 199);
    await settled();
    log.insert(1_000, 3);
    await log.pages.refresh(true);
    await settled();
    const { value: window } = log.pages.window;
    const last = [4, 3, 2, 1].map((back) => window && recordAt(window, rows(log.pages) - back)?.message);
    expect(last).toEqual(['record 1', 'between 0', 'between 1', 'between 2']);
    expect(window?.edges.end).toBeUndefined();
  });

  test('that fail say why, and are not asked for again before somebody says so', async () => {
    const log = logOf(1_000);
    await log.pages.begin('start');
    log.broken = true;
    log.pages.look(150, 190);
    await settled();
    expect(log.pages.trouble.value).toBe('It failed.');
    const { asked } = log;
    log.pages.look(160, 199);
    await settled();
    expect(log.asked).toBe(asked);
    expect(numberAt(log.pages, 100)).toBe(900);
    log.broken = false;
    log.pages.retry();
    await settled();
    expect(log.pages.trouble.value).toBe('');
    expect(rows(log.pages)).toBeGreaterThan(200);
  });

  test('of an answer that comes too late nothing is shown', async () => {
    const log = logOf(1_000);
    await log.pages.begin('start');
    log.pages.look(190, 199);
    await log.pages.begin('end');
    await settled();
    expect(rows(log.pages)).toBe(200);
    expect(numberAt(log.pages, 199)).toBe(1);
  });
});

function rows({ window }: RecordPages): number {
  return window.value ? rowCount(window.value) : 0;
}

function numberAt({ window }: RecordPages, row: number): number | undefined {
  const found = window.value && recordAt(window.value, row);
  return found && Number(found.message?.slice(7));
}

/** All that was asked for is answered. */
async function settled(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 5));
}
