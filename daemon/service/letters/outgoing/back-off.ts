import type { Letter } from '../../../../shared/letter.ts';

/**
 * Minutes from one try to the next. A server that greylists wants a second try within minutes; one that is down is back in
 * hours; after two days (2,880 minutes in all) a letter is old, and its writer should know.
 */
const minutes = [1, 5, 15, 60, 120, 240, 480, 720, 1_239];

/**
 * When a letter that was put off is tried again, after so many tries; undefined when it is not. A test letter is tried once more
 * when its time is over, and then no longer.
 */
export function nextTryMs(
  { attempts, triedUntil }: Pick<Letter, 'attempts' | 'triedUntil'>,
  nowMs: number,
): number | undefined {
  const wait = minutes[attempts - 1];
  if (wait === undefined) return undefined;
  const next = nowMs + wait * 60_000;
  if (triedUntil === undefined) return next;
  const untilMs = Date.parse(triedUntil);
  return nowMs < untilMs ? Math.min(next, untilMs) : undefined;
}
