/** The candidate that a mistyped word most likely meant, or undefined when none is near. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const typed = word.toLowerCase();
  let best: string | undefined;
  let fewest = Math.max(1, Math.floor(typed.length / 3)) + 1;
  for (const candidate of candidates) {
    const edits = typed.length >= 3 && candidate.startsWith(typed) ? 0 : editsBetween(typed, candidate);
    if (edits < fewest) [best, fewest] = [candidate, edits];
  }
  return best;
}

/** Damerau-Levenshtein (optimal string alignment): a swap of neighbours is one edit. */
function editsBetween(from: string, to: string): number {
  // Only words of a command line are compared; a pasted page must not cost quadratic time.
  if (from.length > 40) return Infinity;
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const line = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      const costs = [
        (last[column] ?? 0) + 1,
        (line[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      ];
      if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]) {
        costs.push((beforeLast[column - 2] ?? 0) + 1);
      }
      line.push(Math.min(...costs));
    }
    [beforeLast, last] = [last, line];
  }
  return last[to.length] ?? Infinity;
}
