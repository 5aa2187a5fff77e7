/** What a generator gives, as many at a time as are there at once. */
export interface Batches<T> {
  /** `undefined` at the end, and as soon as the signal aborts, also while the generator waits. */
  next(): Promise<T[] | undefined>;
  /** Lets the generator clean up. */
  leave(): void;
}

/** A reader holds back what is not proven yet, so that a batch is never long. */
const mostAtOnce = 256;

export function readyTogether<T>(
  source: AsyncGenerator<T, void, undefined>,
  signal: AbortSignal,
): Batches<T> {
  let pending: Promise<IteratorResult<T, void>> | undefined;
  const ask = () => (pending ??= source.next());
  const leave = () => {
    // A generator that waits ends when its own signal wakes it: nobody waits for that here.
    source.return().catch(() => undefined);
  };

  return {
    leave,
    async next() {
      const first = await unlessAborted(ask(), signal);
      if (!first) {
        pending?.catch(() => undefined);
        leave();
        return undefined;
      }
      if (first.done) return undefined;
      pending = undefined;
      const batch = [first.value];
      while (batch.length < mostAtOnce) {
        // What fails here is told by the next call, after the lines before it.
        const more = await Promise.race([ask(), nextTurn()]).catch(() => undefined);
        if (!more || more.done) break;
        pending = undefined;
        batch.push(more.value);
      }
      return batch;
    },
  };
}

/** `undefined` when the signal comes first. Leaves nothing behind on a signal that lives long. */
async function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T | undefined> {
  const aborted = Promise.withResolvers<undefined>();
  const wake = () => aborted.resolve(undefined);
  signal.addEventListener('abort', wake, { once: true });
  if (signal.aborted) wake();
  try {
    return await Promise.race([promise, aborted.promise]);
  } finally {
    signal.removeEventListener('abort', wake);
  }
}

function nextTurn(): Promise<undefined> {
  return new Promise((resolve) => setImmediate(resolve, undefined));
}
