import { describe, expect, test } from 'vitest';
import { dynamicDates, timeSpan } from '../../shared/condition/time-span.ts';
import { isTimeZone, momentOf, wallTime } from '../../shared/condition/time-zone.ts';

function span(value: string, now: string, zone: string) {
  const { from, to } = timeSpan(value, { nowMs: Date.parse(now), zone }) ?? { from: 0, to: 0 };
  return [new Date(from).toISOString(), new Date(to).toISOString()];
}

describe('dynamic dates', () => {
  test.each([
    // An hour is left out on 29 March 2026 in Berlin, at 2:00; it comes twice on 25 October, at 3:00.
    ['today', '2026-03-29T12:00:00Z', '2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'],
    ['yesterday', '2026-03-30T12:00:00Z', '2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'],
    ['today', '2026-10-25T12:00:00Z', '2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'],
    ['last7Days', '2026-03-30T12:00:00Z', '2026-03-23T13:00:00.000Z', '2026-03-30T12:00:00.001Z'],
    ['last7Days', '2026-10-27T12:00:00Z', '2026-10-20T11:00:00.000Z', '2026-10-27T12:00:00.001Z'],
    ['lastHour', '2026-10-25T01:30:00Z', '2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.001Z'],
    ['last15Minutes', '2026-03-29T01:05:00Z', '2026-03-29T00:50:00.000Z', '2026-03-29T01:05:00.001Z'],
    ['thisMonth', '2026-03-31T21:59:00Z', '2026-02-28T23:00:00.000Z', '2026-03-31T22:00:00.000Z'],
    ['thisMonth', '2026-03-31T22:00:00Z', '2026-03-31T22:00:00.000Z', '2026-04-30T22:00:00.000Z'],
  ])('%s at %s in Berlin', (value, now, from, to) => {
    expect(span(value, now, 'Europe/Berlin')).toEqual([from, to]);
  });

  test('a day that begins at one o’clock, since midnight is left out, begins there', () => {
    // Cairo, 24 April 2026: from 0:00 to 1:00.
    expect(span('today', '2026-04-24T12:00:00Z', 'Africa/Cairo')).toEqual([
      '2026-04-23T22:00:00.000Z',
      '2026-04-24T21:00:00.000Z',
    ]);
  });

  test('a day that a zone left out is empty', () => {
    const [from, to] = span('2011-12-30', '2026-01-01T00:00:00Z', 'Pacific/Apia');
    expect(from).toBe(to);
  });

  test('each day begins where the one before ends, in every zone and all year', () => {
    for (const zone of [
      'Europe/Berlin',
      'America/New_York',
      'Australia/Lord_Howe',
      'Asia/Kathmandu',
      'UTC',
    ]) {
      let end: string | undefined;
      for (let day = 0; day < 366; day += 1) {
        const now = new Date(Date.UTC(2026, 0, 1 + day, 12)).toISOString();
        const [from, to] = span('today', now, zone);
        if (end !== undefined) expect([zone, now, from]).toEqual([zone, now, end]);
        end = to;
      }
    }
  });

  test('all have a span that is not empty', () => {
    for (const date of dynamicDates) {
      const { from, to } = timeSpan(date, { nowMs: 1_780_000_000_000, zone: 'Asia/Tokyo' }) ?? {
        from: 0,
        to: 0,
      };
      expect(to).toBeGreaterThan(from);
    }
  });
});

describe('written dates', () => {
  const now = '2026-06-01T00:00:00Z';
  test.each([
    ['2026-01-31', '2026-01-30T23:00:00.000Z', '2026-01-31T23:00:00.000Z'],
    ['2026-07-31T09:05', '2026-07-31T07:05:00.000Z', '2026-07-31T07:06:00.000Z'],
    ['2026-07-31T09:05:07', '2026-07-31T07:05:07.000Z', '2026-07-31T07:05:08.000Z'],
    ['2026-07-31T09:05:07.250Z', '2026-07-31T09:05:07.250Z', '2026-07-31T09:05:07.251Z'],
    // The first of the two; and the one that is left out, moved on.
    ['2026-10-25T02:30', '2026-10-25T00:30:00.000Z', '2026-10-25T00:31:00.000Z'],
    ['2026-03-29T02:30', '2026-03-29T01:30:00.000Z', '2026-03-29T01:31:00.000Z'],
  ])('%s in Berlin', (value, from, to) => {
    expect(span(value, now, 'Europe/Berlin')).toEqual([from, to]);
  });

  test.each(['2026-02-29', '2026-13-01', '2026-01-31T24:00', '2026-01-31T10:60', '26-01-31', 'tomorrow', ''])(
    '"%s" is none',
    (value) => {
      expect(timeSpan(value, { nowMs: 0, zone: 'UTC' })).toBeUndefined();
    },
  );
});

describe('time zones', () => {
  test('are those of the IANA database', () => {
    expect(['Europe/Berlin', 'UTC', 'america/new_york'].map(isTimeZone)).toEqual([true, true, true]);
    expect(['', 'Middle/Earth', "'; DROP TABLE log"].map(isTimeZone)).toEqual([false, false, false]);
  });

  test('the clock on the wall leads back to the moment, but for the second of two equal hours', () => {
    for (const zone of ['Europe/Berlin', 'America/St_Johns', 'Asia/Kolkata']) {
      for (let hour = 0; hour < 24 * 366; hour += 1) {
        const at = Date.UTC(2026, 0, 1, hour, 17, 3, 45);
        const again = momentOf(wallTime(at, zone), zone);
        expect([0, 3_600_000]).toContain(at - again);
      }
    }
  });
});
