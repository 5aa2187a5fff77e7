import type { Letter } from '../../../../shared/letter.ts';

/**
 * Minutes from one try to the next. A server that greylists wants a second try within minutes; one that is down is back in
 * hours; after two days (2,880 minutes in all) a letter is old, and its writer should know.
 */
const minutes = [1, 5, 15, 60, 120, 240, 480, 720, 1_239];

/** How long a letter waits after so many tries. */
export const waitsMs = [0, ...minutes.map((wait) => wait * 60_000)];

/**
 * When a letter that was put off is tried again, after so many tries; undefined when it is not. A test letter is tried once more
 * when its time is over, and then no longer.
 */
export function nextTryMs(
  { attempts, triedUntil }: Pick<Letter, 'attempts' | 'triedUntil'>,
  nowMs: number,
): number | undefined {
  const waitMs = waitsMs[attempts];
  if (waitMs === undefined) return undefined;
  const next = nowMs + waitMs;
  if (triedUntil === undefined) return next;
  const untilMs = Date.parse(triedUntil);
  return nowMs < untilMs ? Math.min(next, untilMs) : undefined;
}
