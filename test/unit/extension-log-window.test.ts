import { describe, expect, test } from 'vitest';
import {
  appended,
  droppedWithin,
  filled,
  mostRows,
  type PageWindow,
  placeOfPage,
  prepended,
  recordAt,
  rowCount,
  rowOf,
  thinned,
  windowOf,
} from '../../extension/records/page-window.ts';
import type { ListedRecord } from '../../extension/records/listed-record.ts';
import { recordCursor } from '../../shared/record-query.ts';
import type { LogRecord } from '../../shared/log.ts';
import { record } from '../pages/paged-log.ts';

const none = { start: undefined, end: undefined };

describe('the window on a list', () => {
  test('knows each row by its number, over all its pages', () => {
    const window = walked(3);
    expect(rowCount(window)).toBe(600);
    for (const row of [0, 199, 200, 401, 599]) {
      expect(numberOf(recordAt(window, row))).toBe(1_000 - row);
      expect(rowOf(window, record(1_000 - row).id)).toBe(row);
    }
    expect(recordAt(window, 600)).toBeUndefined();
    expect(rowOf(window, record(5).id)).toBe(-1);
  });

  test('grows at either end, and goes on from there', () => {
    const more = prepended(walked(2), records(1_200, 1_001), cursor(1_200));
    expect(more.edges).toEqual({ start: cursor(1_200), end: cursor(601) });
    expect(numberOf(recordAt(more, 0))).toBe(1_200);
    expect(numberOf(recordAt(more, 599))).toBe(601);
  });

  test('takes new records one by one into its first page', () => {
    let window = windowOf(records(150, 1), none);
    for (let number = 151; number <= 200; number += 1)
      window = prepended(window, [record(number)], undefined);
    expect(window.pages).toHaveLength(1);
    window = prepended(window, [record(201)], undefined);
    expect(window.pages.map(({ size }) => size)).toEqual([1, 200]);
    expect(rowCount(window)).toBe(201);
  });

  test('drops what is far away, and gets the same back by a neighbour', () => {
    const window = thinned(walked(5), { first: 900, last: 940 }, 250);
    expect(window.pages.map(({ records: here }) => here !== undefined)).toEqual([
      false,
      false,
      false,
      true,
      true,
    ]);
    expect(rowCount(window)).toBe(1_000);
    expect(recordAt(window, 10)).toBeUndefined();
    expect(droppedWithin(window, 380, 700)).toEqual([1, 2]);
    expect(placeOfPage(window, 1)).toEqual({ after: cursor(801) });
    expect(placeOfPage(window, 0)).toEqual({ before: cursor(800) });
    const [, page] = window.pages;
    if (!page) throw new Error('There is a second page.');
    const again = filled(window, page, records(800, 601));
    expect(numberOf(recordAt(again, 200))).toBe(800);
    expect(rowCount(again)).toBe(1_000);
    expect(filled(again, page, records(800, 601))).toBe(again);
  });

  test('leaves out what its neighbours have, and what retention has deleted', () => {
    const window = thinned(walked(3), { first: 0, last: 40 }, 100);
    const dropped = window.pages[1];
    if (!dropped) throw new Error('There is a second page.');
    const less = filled(window, dropped, records(803, 700));
    expect(rowCount(less)).toBe(400 + 101);
    expect(rowCount(filled(window, dropped, []))).toBe(400);
  });

  test('forgets the far end before it is higher than a browser draws', () => {
    const size = mostRows / 2;
    const first = windowOf(records(10 * size, 9 * size + 1), { start: undefined, end: 'x' });
    const second = appended(first, records(9 * size, 8 * size + 1), 'y');
    expect(second.removed).toBe(0);
    const third = appended(second.window, records(8 * size, 7 * size + 1), 'z');
    expect(third.removed).toBe(size);
    expect(rowCount(third.window)).toBe(mostRows);
    expect(third.window.edges).toEqual({ start: cursor(9 * size), end: 'z' });
    const back = prepended(third.window, records(10 * size, 9 * size + 1), undefined);
    expect(rowCount(back)).toBe(mostRows);
    expect(back.edges).toEqual({ start: undefined, end: cursor(8 * size + 1) });
  });
});

/** Newest first from record 1000 on, page by page as a wheel would. */
function walked(pages: number): PageWindow {
  let window = windowOf([], none);
  for (let at = 0; at < pages; at += 1) {
    const newest = 1_000 - 200 * at;
    window = appended(window, records(newest, newest - 199), cursor(newest - 199)).window;
  }
  return window;
}

function records(newest: number, oldest: number): LogRecord[] {
  return Array.from({ length: newest - oldest + 1 }, (_, at) => record(newest - at));
}

function cursor(number: number): string {
  return recordCursor(record(number));
}

function numberOf(found: ListedRecord | undefined): number {
  return Number(found?.message?.slice(7));
}
