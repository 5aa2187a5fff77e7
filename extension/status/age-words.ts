import { language, t } from '../words.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** How long ago, or how far ahead, in the largest unit that fits; less than a minute either way counts as now. */
export function ageWords(iso: string, nowMs: number): string {
  const ms = nowMs - Date.parse(iso);
  if (ms <= -hourMs) return short.format(Math.round(-ms / hourMs), 'hour');
  if (ms <= -minuteMs) return short.format(Math.round(-ms / minuteMs), 'minute');
  if (ms < minuteMs) return t('status.justNow');
  if (ms < hourMs) return short.format(-Math.floor(ms / minuteMs), 'minute');
  if (ms < dayMs) return short.format(-Math.floor(ms / hourMs), 'hour');
  return long.format(calendarDay(Date.parse(iso)) - calendarDay(nowMs), 'day');
}

/** Older than this a result is shown grey: it says little about now. */
export function isStale(iso: string, nowMs: number): boolean {
  return nowMs - Date.parse(iso) > dayMs;
}

/** The exact moment on this computer's clock with its distance from UTC (RFC 3339): `2026-11-22 17:03:12.345 +01:00`. */
export function exactTime(iso: string): string {
  const date = new Date(iso);
  const ahead = -date.getTimezoneOffset();
  const here = new Date(date.getTime() + ahead * minuteMs).toISOString().slice(0, -1).replace('T', ' ');
  const two = (value: number) => String(value).padStart(2, '0');
  const zone = `${two(Math.floor(Math.abs(ahead) / 60))}:${two(Math.abs(ahead) % 60)}`;
  return `${here} ${ahead < 0 ? '-' : '+'}${zone}`;
}

const short = new Intl.RelativeTimeFormat(language, { style: 'short' });
const long = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });

/** Days since 1970 by this computer's calendar: what was 47 hours ago may be the day before yesterday. */
function calendarDay(ms: number): number {
  const date = new Date(ms);
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / dayMs;
}
