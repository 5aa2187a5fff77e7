const [firstBase, secondBase] = [0x01000193, 0x5bd1e995] as const;
/** The two lowest bits of a slot's second number. */
const [taken, strong] = [2, 1] as const;

/**
 * A set of fragments of one length, kept as two rolling hashes of 32 and 30 bits in an open hash table:
 * a text is searched in linear time, and no copy of a secret lies about.
 */
export class Fragments {
  readonly #length: number;
  readonly #firstTop: number;
  readonly #secondTop: number;
  #slots = new Uint32Array(2 << 8);
  #shift = 32 - 8;
  #count = 0;

  constructor(length: number) {
    this.#length = length;
    this.#firstTop = power(firstBase, length);
    this.#secondTop = power(secondBase, length);
  }

  /** Adds every window of the characters; those that `weak` holds too do not count alone, unless it holds them all. */
  add(codes: Uint16Array, weak?: Fragments): void {
    const words = weak && !weak.#holdsAll(codes) ? weak : undefined;
    this.#walk(codes, (first, second) => {
      const isWeak = words !== undefined && words.#find(first, second) !== 0;
      this.#insert(first, (second & ~3) | taken | (isWeak ? 0 : strong));
    });
  }

  /** Calls `found` with the start and the end of every stretch of overlapping fragments, not all of them weak. */
  search(codes: Uint16Array, found: (start: number, end: number) => void): void {
    let [from, to, seen] = [0, 0, 0];
    this.#walk(codes, (first, second, start) => {
      const slot = this.#find(first, second);
      if (slot === 0) return;
      if (start >= to) {
        if (seen & strong) found(from, to);
        [from, seen] = [start, 0];
      }
      to = start + this.#length;
      seen |= slot;
    });
    if (seen & strong) found(from, to);
  }

  #holdsAll(codes: Uint16Array): boolean {
    let holds = true;
    this.#walk(codes, (first, second) => (holds &&= this.#find(first, second) !== 0));
    return holds;
  }

  #walk(codes: Uint16Array, visit: (first: number, second: number, start: number) => unknown): void {
    const length = this.#length;
    let [first, second] = [0, 0];
    for (let end = 0; end < codes.length; end += 1) {
      const entering = (codes[end] ?? 0) + 1;
      const leaving = end < length ? 0 : (codes[end - length] ?? 0) + 1;
      first = (Math.imul(first, firstBase) + entering - Math.imul(leaving, this.#firstTop)) | 0;
      second = (Math.imul(second, secondBase) + entering - Math.imul(leaving, this.#secondTop)) | 0;
      if (end + 1 >= length) visit(first, second, end + 1 - length);
    }
  }

  /** The slot's second number, or 0. */
  #find(first: number, second: number): number {
    const slots = this.#slots;
    for (let at = this.#slotOf(first); ; at = (at + 2) % slots.length) {
      const stored = slots[at + 1] ?? 0;
      if (stored === 0 || (slots[at] === first >>> 0 && ((stored ^ second) & ~3) === 0)) return stored;
    }
  }

  #insert(first: number, entry: number): void {
    if (this.#count * 4 > this.#slots.length) this.#grow();
    const slots = this.#slots;
    let at = this.#slotOf(first);
    while (
      slots[at + 1] !== 0 &&
      !(slots[at] === first >>> 0 && (((slots[at + 1] ?? 0) ^ entry) & ~3) === 0)
    ) {
      at = (at + 2) % slots.length;
    }
    if (slots[at + 1] === 0) this.#count += 1;
    slots[at] = first;
    slots[at + 1] = (slots[at + 1] ?? 0) | entry;
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Uint32Array(old.length * 2);
    this.#shift -= 1;
    this.#count = 0;
    for (let at = 0; at < old.length; at += 2) {
      if (old[at + 1]) this.#insert(old[at] ?? 0, old[at + 1] ?? 0);
    }
  }

  #slotOf(first: number): number {
    return (Math.imul(first, 0x9e3779b1) >>> this.#shift) * 2;
  }
}

function power(base: number, exponent: number): number {
  let result = 1;
  for (let step = 0; step < exponent; step += 1) result = Math.imul(result, base);
  return result;
}
