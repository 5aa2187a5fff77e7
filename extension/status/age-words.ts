import { statusWords } from '../words/status.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** How long ago, in the largest unit that fits. A moment in the future (another clock) counts as now. */
export function ageWords(iso: string, nowMs: number): string {
  const ms = nowMs - Date.parse(iso);
  if (ms < minuteMs) return statusWords.justNow;
  if (ms < hourMs) return statusWords.minutesAgo(Math.floor(ms / minuteMs));
  if (ms < dayMs) return statusWords.hoursAgo(Math.floor(ms / hourMs));
  return statusWords.daysAgo(Math.floor(ms / dayMs));
}

/** Older than this a result is shown grey: it says little about now. */
export function isStale(iso: string, nowMs: number): boolean {
  return nowMs - Date.parse(iso) > dayMs;
}

/** The exact moment on this computer's clock, with its zone: `2026-11-22 17:03:12.345 GMT+1`. */
export function exactTime(iso: string): string {
  const date = new Date(iso);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  const time = `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
  return `${day} ${time}.${String(date.getMilliseconds()).padStart(3, '0')} ${zoneOf(date)}`;
}

function zoneOf(date: Date): string {
  const parts = new Intl.DateTimeFormat('en', { timeZoneName: 'short' }).formatToParts(date);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
}
