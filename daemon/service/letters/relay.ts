/** Values from one who has them to one who asks for them, one at a time. */
export interface Relay<T> {
  /** Resolves when the value was taken, or nobody takes any more. */
  give: (value: T) => Promise<void>;
  /** No more will come. */
  end(): void;
  values(): AsyncGenerator<T, void>;
}

export function relay<T>(): Relay<T> {
  const waiting: { value: T; taken: () => void }[] = [];
  let wake = () => {};
  let over = false;

  function end(): void {
    over = true;
    wake();
  }

  return {
    give(value) {
      if (over) return Promise.resolve();
      const { promise, resolve } = Promise.withResolvers<void>();
      waiting.push({ value, taken: resolve });
      wake();
      return promise;
    },
    end,
    async *values() {
      try {
        for (;;) {
          const next = waiting.shift();
          if (next) {
            next.taken();
            yield next.value;
          } else if (over) return;
          else await new Promise<void>((resolve) => (wake = resolve));
        }
      } finally {
        over = true;
        for (const { taken } of waiting.splice(0)) taken();
      }
    },
  };
}
