import { language } from '../words.ts';

const toTheSecond = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const;
const toTheMillisecond = { ...toTheSecond, fractionalSecondDigits: 3 } as const;
const clock = new Intl.DateTimeFormat(language, toTheMillisecond);
const dayAndClock = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', ...toTheSecond });
const dateAndClock = new Intl.DateTimeFormat(language, {
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  ...toTheSecond,
});
const inFull = new Intl.DateTimeFormat(language, {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  ...toTheMillisecond,
});

const toTheMinute = new Intl.DateTimeFormat(language, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** A moment as short as it is clear today: to the millisecond, to the second, with its day, on any other. */
export function momentWords(iso: string, nowMs: number): string {
  const date = new Date(iso);
  const now = new Date(nowMs);
  if (date.toDateString() === now.toDateString()) return clock.format(date);
  return (date.getFullYear() === now.getFullYear() ? dayAndClock : dateAndClock).format(date);
}

/** The day and the time to the millisecond, by the clock of this computer. */
export function fullMomentWords(iso: string): string {
  return inFull.format(new Date(iso));
}

/** The day and the time to the minute; of `2026-01-31T09:05Z`, which a condition asks for. */
export function fullMinuteWords(iso: string): string {
  return toTheMinute.format(new Date(iso));
}

/** The time of the day to the millisecond. */
export function clockWords(iso: string): string {
  return clock.format(new Date(iso));
}
