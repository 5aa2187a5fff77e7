import { fold } from './fold.ts';
import { Fragments } from './fragments.ts';
import { protocolWords } from './protocol-words.ts';

/** A fragment of this many characters of a form gives the form away (security §4.4); a shorter form counts only whole. */
const fragmentLength = 8;
const shortestTight = 4;

/** The fragments of all needles. */
export class Needles {
  readonly #byLength = new Map<number, Fragments>();

  /** Case does not count. */
  add(needle: string): void {
    // Some letters change their number in another case (ß, SS): the fold goes unit by unit and would miss them.
    for (const cased of new Set([needle, needle.toUpperCase(), needle.toLowerCase()])) {
      if (cased !== needle && /^[\0-\x7f]*$/.test(needle)) continue;
      this.#addAll(fold(cased));
      // A form broken into lines is compared without its blanks, unless hardly anything is left.
      const tight = cased.replace(/\s/g, '');
      if (tight !== cased && tight.length >= shortestTight) this.#addAll(fold(tight));
    }
  }

  /** Calls `found` with the start and the end of every find in the folded characters. */
  search(codes: Uint16Array, found: (start: number, end: number) => void): void {
    for (const fragments of this.#byLength.values()) fragments.search(codes, found);
  }

  #addAll(codes: Uint16Array): void {
    const length = Math.min(codes.length, fragmentLength);
    if (length === 0) return;
    const fragments = this.#byLength.get(length) ?? new Fragments(length);
    this.#byLength.set(length, fragments);
    fragments.add(codes, codes.length > fragmentLength ? weakFragments() : undefined);
  }
}

let weak: Fragments | undefined;

function weakFragments(): Fragments {
  if (!weak) {
    weak = new Fragments(fragmentLength);
    for (const word of protocolWords) weak.add(fold(word));
  }
  return weak;
}
