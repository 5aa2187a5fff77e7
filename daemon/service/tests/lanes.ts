/** How many may run at once, in all and for one key. */
export interface LaneLimits {
  total: number;
  perKey: number;
}

/** Lets work through in order of arrival, within the limits; a key that is full does not hold up the others. */
export class Lanes {
  readonly #limits: LaneLimits;
  readonly #running = new Map<string, number>();
  #total = 0;
  #waiting: { key: string; enter: () => void }[] = [];

  constructor(limits: LaneLimits) {
    this.#limits = limits;
  }

  /** Resolves with the function that leaves the lane; rejects with the signal's reason when aborted before. */
  async enter(key: string, signal: AbortSignal): Promise<() => void> {
    signal.throwIfAborted();
    await new Promise<void>((resolve, reject) => {
      const entry = { key, enter: resolve };
      this.#waiting.push(entry);
      signal.addEventListener(
        'abort',
        () => {
          this.#waiting = this.#waiting.filter((other) => other !== entry);
          reject(signal.reason instanceof Error ? signal.reason : new Error('aborted'));
        },
        { once: true },
      );
      this.#admit();
    });
    let left = false;
    return () => {
      if (left) return;
      left = true;
      this.#total -= 1;
      this.#running.set(key, (this.#running.get(key) ?? 1) - 1);
      if (this.#running.get(key) === 0) this.#running.delete(key);
      this.#admit();
    };
  }

  #admit(): void {
    for (const entry of this.#waiting.slice()) {
      if (this.#total >= this.#limits.total) return;
      const running = this.#running.get(entry.key) ?? 0;
      if (running >= this.#limits.perKey) continue;
      this.#running.set(entry.key, running + 1);
      this.#total += 1;
      this.#waiting = this.#waiting.filter((other) => other !== entry);
      entry.enter();
    }
  }
}
