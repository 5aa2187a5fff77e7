/** Time as the service knows it: it never goes back, and no change of the date moves it. */
export interface Clock {
  nowMs(): number;
  /** Calls once, at the earliest after so long; the returned function takes that back. */
  after(ms: number, wake: () => void): () => void;
}

export const monotonic: Clock = {
  nowMs: () => performance.now(),
  after(ms, wake) {
    // Nothing that only waits keeps the process.
    const timer = setTimeout(wake, ms).unref();
    return () => clearTimeout(timer);
  },
};
