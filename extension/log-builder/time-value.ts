import { type DynamicDate, dynamicDates } from '../../shared/condition/time-span.ts';

/** How a date of a condition is told: by a word, or as a day or a time, in the person's zone or in UTC. */
export type TimeKind = DynamicDate | FixedKind;
export const fixedKinds = ['day', 'time', 'dayUtc', 'timeUtc'] as const;
type FixedKind = (typeof fixedKinds)[number];

/** Of any text; one that is no date yet counts as a day, with a T as a time. */
export function timeKind(value: string): TimeKind {
  const dynamic = dynamicDates.find((date) => date === value);
  if (dynamic) return dynamic;
  const kind = value.includes('T') ? 'time' : 'day';
  return value.endsWith('Z') ? `${kind}Utc` : kind;
}

/** What a native field of this kind shows; empty for an unfinished date. */
export function shownTime(value: string): string {
  return value.replace(/Z$/, '').replace(/^T$/, '');
}

/** What was chosen in the native field, as a condition has it. An unfinished one still says its kind. */
export function timeValue(kind: FixedKind, shown: string): string {
  const text = shown === '' && kind.startsWith('time') ? 'T' : shown;
  return kind.endsWith('Utc') ? `${text}Z` : text;
}

/** The date after another kind was chosen: it keeps its day, or begins with now. */
export function turnedTo(kind: TimeKind, value: string, now: Date): string {
  if (!isFixed(kind)) return kind;
  const utc = kind.endsWith('Utc');
  const day = /^\d{4}-\d{2}-\d{2}/.exec(value)?.[0] ?? (utc ? now.toISOString().slice(0, 10) : localDay(now));
  if (kind.startsWith('day')) return timeValue(kind, day);
  const clock =
    /T(\d{2}:\d{2}.*?)Z?$/.exec(value)?.[1] ?? (utc ? now.toISOString().slice(11, 16) : localClock(now));
  return timeValue(kind, `${day}T${clock}`);
}

function isFixed(kind: TimeKind): kind is FixedKind {
  return fixedKinds.some((fixed) => fixed === kind);
}

function localDay(now: Date): string {
  const year = String(now.getFullYear()).padStart(4, '0');
  return `${year}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`;
}

function localClock(now: Date): string {
  return `${twoDigits(now.getHours())}:${twoDigits(now.getMinutes())}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
