/**
 * The text as "is" and "contains" compare it: Unicode's full case folding, character by character, so that a part of a
 * text folds as it does in the whole (`ß` as `ss`, every sigma as `σ`). NUL and half characters read as U+FFFD, which is
 * how SQLite gives them back.
 */
export function folded(text: string): string {
  const whole = text.toWellFormed().replaceAll('\0', '\uFFFD');
  // Lower case alone would leave ß and ſ; the end of a word makes a sigma another letter.
  return whole.toUpperCase().toLowerCase().replaceAll('ς', 'σ');
}
