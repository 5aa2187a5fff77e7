/** What a clock on the wall of a time zone shows; months count from 1. */
export interface WallTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  ms: number;
}

const dayMs = 86_400_000;
const clocks = new Map<string, Intl.DateTimeFormat>();
const mostClocks = 50;

/** Whether this is a time zone of the IANA database, such as `Europe/Berlin`. */
export function isTimeZone(zone: string): boolean {
  try {
    clockOf(zone);
    return true;
  } catch {
    return false;
  }
}

/** Throws a RangeError for a zone that there is not. */
export function wallTime(atMs: number, zone: string): WallTime {
  const shown = new Map<string, number>();
  for (const { type, value } of clockOf(zone).formatToParts(atMs)) shown.set(type, Number(value));
  const part = (name: string) => shown.get(name) ?? 0;
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
    second: part('second'),
    ms: ((atMs % 1000) + 1000) % 1000,
  };
}

/**
 * The moment at which the clock shows this. Fields may overflow (day 0 is the last of the month before). Of an hour that
 * comes twice it is the first; an hour that is left out is moved on by as much as the clock was, as Temporal does.
 */
export function momentOf(wall: WallTime, zone: string): number {
  const shown = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second, wall.ms);
  // A day to each side of any change of the clock near it.
  const [earlier, later] = [shown - dayMs, shown + dayMs].map((near) => shown - offset(near, zone)) as [
    number,
    number,
  ];
  return [earlier, later].find((at) => at + offset(at, zone) === shown) ?? earlier;
}

function offset(atMs: number, zone: string): number {
  const { year, month, day, hour, minute, second, ms } = wallTime(atMs, zone);
  return Date.UTC(year, month - 1, day, hour, minute, second, ms) - atMs;
}

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  // Names come from clients: `Europe/Berlin` has many spellings.
  if (clocks.size >= mostClocks) clocks.clear();
  clocks.set(zone, clock);
  return clock;
}
