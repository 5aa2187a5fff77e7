import * as z from 'zod/mini';

/** 18 decimal digits, time-ordered; a string everywhere, since a JavaScript number loses the last digits. */
export const Id = z.string().check(z.regex(/^[1-9]\d{17}$/, 'An id is 18 digits.'));
export type Id = z.infer<typeof Id>;

/** The user that stands behind automatic jobs. */
export const systemUserId: Id = '100000000000000000';

/** A clock that runs so far ahead is wrong, and its next ids would soon have 19 digits, and with them all after. */
const lastMs = Date.UTC(2200, 0);

/**
 * A source of strictly rising ids: Unix time in units of 10 ns. When the clock stands still, goes
 * back or is beyond its days, it counts on from the last id. Asked for many, it gives the first of so many that follow one another.
 */
export function idSource(nowMs: () => number, last: Id = systemUserId): (many?: number) => Id {
  let previous = BigInt(last);
  return (many = 1) => {
    const ms = Math.floor(nowMs());
    const now = ms < lastMs ? BigInt(ms) * 100_000n : previous;
    const first = now > previous ? now : previous + 1n;
    previous = first + BigInt(many - 1);
    return first.toString();
  };
}
