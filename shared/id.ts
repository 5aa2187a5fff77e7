import * as z from 'zod/mini';

/** 18 decimal digits, time-ordered; a string everywhere, since a JavaScript number loses the last digits. */
export const Id = z.string().check(z.regex(/^[1-9]\d{17}$/, 'An id is 18 digits.'));
export type Id = z.infer<typeof Id>;

/** The user that stands behind automatic jobs. */
export const systemUserId: Id = '100000000000000000';

/**
 * A source of strictly rising ids: Unix time in units of 10 ns. When the clock stands still or goes
 * back, it counts on from the last id.
 */
export function idSource(nowMs: () => number, last: Id = systemUserId): () => Id {
  let previous = BigInt(last);
  return () => {
    const now = BigInt(Math.floor(nowMs())) * 100_000n;
    previous = now > previous ? now : previous + 1n;
    return previous.toString();
  };
}
