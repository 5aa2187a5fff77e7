/** What the reading thread is at, seen from outside also while a statement holds it. */
export interface Progress {
  /** Before each statement of a question, and with 0 when the thread has begun. */
  at(question: number): void;
  /** Whose statement began last. */
  question(): number;
  /** How often anything began. */
  steps(): number;
  /** For the other thread. */
  readonly shared: SharedArrayBuffer;
}

/** To be shared with a thread that begins. */
export function newProgress(): Progress {
  return progressOf(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));
}

/** The same, in the other thread. */
export function progressOf(shared: SharedArrayBuffer): Progress {
  const both = new Int32Array(shared);
  return {
    shared,
    at(question) {
      Atomics.store(both, 0, question);
      Atomics.add(both, 1, 1);
    },
    question: () => Atomics.load(both, 0),
    steps: () => Atomics.load(both, 1),
  };
}
