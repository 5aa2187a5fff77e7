/** A figure, and how large or small it must be. */
export interface Promised {
  what: string;
  figure: number;
  atMost?: number;
  atLeast?: number;
}

/** Says of each whether it holds; where one does not, the process ends with 1. */
export function tellPromised(promised: readonly Promised[]): void {
  const rows = promised.map(({ what, figure, atMost = Infinity, atLeast = -Infinity }) => ({
    what,
    figure,
    promised: atMost === Infinity ? `at least ${atLeast}` : `at most ${atMost}`,
    // A figure that is none is no promise kept.
    holds: Number.isFinite(figure) && figure <= atMost && figure >= atLeast,
  }));
  console.table(rows);
  if (!rows.every(({ holds }) => holds)) process.exitCode = 1;
}
