/** A part's place as people count: `2.1` is the first in the group that is second in the outermost one. */
export function partNumber(path: readonly number[]): string {
  return path.map((place) => place + 1).join('.');
}
