/** Which sequence numbers of a session were used; `isFree` is asked before the proof, `use` after it. */
export interface SequenceWindow {
  /** True while the number was not used and is not older than the window. Marks nothing. */
  isFree(seq: number): boolean;
  /** Marks the number; false when another request has used it meanwhile. */
  use(seq: number): boolean;
}

/** Requests overtake each other: a number may come up to 63 behind the highest one. */
export const windowSize = 64;

export function sequenceWindow(): SequenceWindow {
  const used = new Set<number>();
  let highest = 0;

  const isFree = (seq: number) => seq > 0 && seq > highest - windowSize && !used.has(seq);
  return {
    isFree,
    use(seq) {
      if (!isFree(seq)) return false;
      used.add(seq);
      highest = Math.max(highest, seq);
      for (const old of used) if (old <= highest - windowSize) used.delete(old);
      return true;
    },
  };
}
