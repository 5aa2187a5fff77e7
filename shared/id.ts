import * as z from 'zod/mini';

/** 18 decimal digits, time-ordered; a string everywhere, since a JavaScript number loses the last digits. */
export const Id = z.string().check(z.regex(/^[1-9]\d{17}$/, 'An id is 18 digits.'));
export type Id = z.infer<typeof Id>;

/** The user that stands behind automatic jobs. */
export const systemUserId: Id = '100000000000000000';

/**
 * A source of strictly rising ids: Unix time in units of 10 ns. When the clock stands still or goes
 * back, it counts on from the last id. Asked for many, it gives the first of so many that follow one another.
 */
export function idSource(nowMs: () => number, last: Id = systemUserId): (many?: number) => Id {
  let previous = BigInt(last);
  return (many = 1) => {
    const now = BigInt(Math.floor(nowMs())) * 100_000n;
    const first = now > previous ? now : previous + 1n;
    previous = first + BigInt(many - 1);
    return first.toString();
  };
}
