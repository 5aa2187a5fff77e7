/**
 * What others wrote, for a sentence of ours that is one string: letters that run from right to left turn nothing around
 * them. Where it has an element of its own, `dir` or `<bdi>` does that, and leaves no mark in what is copied.
 */
export function isolated(text: string): string {
  return isRightToLeft(text) ? `\u2068${text}\u2069` : text;
}

/** Is anything in it written from right to left? */
export function isRightToLeft(text: string): boolean {
  return rightToLeft.test(text);
}

/** Hebrew, Arabic, Syriac and their like, as far as Unicode keeps room for them. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
