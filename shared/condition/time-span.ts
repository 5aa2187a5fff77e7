import { type WallTime, momentOf, wallTime } from './time-zone.ts';

/** Dates that mean something else each time the query runs. */
export const dynamicDates = [
  'today',
  'yesterday',
  'last15Minutes',
  'lastHour',
  'last7Days',
  'thisMonth',
] as const;
export type DynamicDate = (typeof dynamicDates)[number];

/** From the first moment, included, to the last, excluded; in milliseconds since 1970. */
export interface TimeSpan {
  from: number;
  to: number;
}

/** When and where a condition is read. */
export interface Here {
  nowMs: number;
  /** Of the IANA database. */
  zone: string;
}

const form = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{3}))?)?)?(Z)?$/;

/**
 * Whether this is a date as conditions have them: one of {@link dynamicDates}, a day (`2026-01-31`), or a time of the
 * clock on the wall (`2026-01-31T09:05`, with seconds and milliseconds if need be), in UTC with a Z behind it.
 */
export function isConditionDate(value: string): boolean {
  return isDynamic(value) || written(value) !== undefined;
}

/** All that a date covers: the whole day, the whole minute. Undefined for a text that is none. */
export function timeSpan(value: string, { nowMs, zone }: Here): TimeSpan | undefined {
  if (isDynamic(value)) return dynamicSpan(value, nowMs, zone);
  const date = written(value);
  if (!date) return undefined;
  const { wall, unit, utc } = date;
  const moment = (at: WallTime) => momentOf(at, utc ? 'UTC' : zone);
  return { from: moment(wall), to: spanEnd(wall, unit, moment) };
}

function dynamicSpan(date: DynamicDate, nowMs: number, zone: string): TimeSpan {
  const wall = wallTime(nowMs, zone);
  const day = (days: number) => momentOf({ ...wall, ...midnight, day: wall.day + days }, zone);
  const month = (months: number) =>
    momentOf({ ...wall, ...midnight, month: wall.month + months, day: 1 }, zone);
  // What is written in this very millisecond belongs to it.
  const to = nowMs + 1;
  switch (date) {
    case 'today':
      return { from: day(0), to: day(1) };
    case 'yesterday':
      return { from: day(-1), to: day(0) };
    case 'last15Minutes':
      return { from: nowMs - 15 * 60_000, to };
    case 'lastHour':
      return { from: nowMs - 3_600_000, to };
    case 'last7Days':
      // The same time on the wall, also over a change of the clock.
      return { from: momentOf({ ...wall, day: wall.day - 7 }, zone), to };
    case 'thisMonth':
      return { from: month(0), to: month(1) };
  }
}

const midnight = { hour: 0, minute: 0, second: 0, ms: 0 };

type Unit = 'day' | 'minute' | 'second' | 'ms';

function spanEnd(wall: WallTime, unit: Unit, moment: (at: WallTime) => number): number {
  if (unit === 'day') return moment({ ...wall, day: wall.day + 1 });
  // A minute has as many milliseconds on either side of a change of the clock.
  return moment(wall) + { minute: 60_000, second: 1000, ms: 1 }[unit];
}

function written(value: string): { wall: WallTime; unit: Unit; utc: boolean } | undefined {
  const [, ...parts] = form.exec(value) ?? [];
  if (parts.length === 0) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, ms = 0] = parts
    .slice(0, 7)
    .map((part) => Number(part ?? 0));
  const wall = { year, month, day, hour, minute, second, ms };
  // A 31st of February is carried over to March.
  const read = new Date(Date.UTC(year, month - 1, day, hour, minute, second, ms));
  const real = read.getUTCMonth() === month - 1 && read.getUTCDate() === day && hour < 24 && minute < 60;
  if (!real || second > 59 || year < 1970) return undefined;
  const unit =
    parts[3] === undefined
      ? 'day'
      : parts[5] === undefined
        ? 'minute'
        : parts[6] === undefined
          ? 'second'
          : 'ms';
  return { wall, unit, utc: parts[7] !== undefined };
}

function isDynamic(value: string): value is DynamicDate {
  return dynamicDates.some((date) => date === value);
}
