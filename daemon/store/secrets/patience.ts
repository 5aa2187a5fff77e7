import { StoreProblem } from './store-problem.ts';
import { texts } from '../texts.ts';

/** How long somebody waits: aborts with the `StoreProblem` that says why, at its deadline or when the person gives up. */
export function patience(ms: number, givenUp: AbortSignal | undefined): Disposable & { signal: AbortSignal } {
  const controller = new AbortController();
  const stop = () => controller.abort(new StoreProblem('dismissed', texts.keychainGivenUp));
  const timer = setTimeout(() => controller.abort(new StoreProblem('timeout', texts.keychainSlow)), ms);
  if (givenUp?.aborted) stop();
  givenUp?.addEventListener('abort', stop);
  return {
    signal: controller.signal,
    [Symbol.dispose]() {
      clearTimeout(timer);
      givenUp?.removeEventListener('abort', stop);
    },
  };
}

/** What comes first: the result, or the end of patience. The promise goes on, and its failure is nobody's. */
export async function within<T>(limit: AbortSignal, promise: Promise<T>): Promise<T> {
  const { promise: end, reject } = Promise.withResolvers<never>();
  const stop = () => reject(limit.reason as StoreProblem);
  if (limit.aborted) stop();
  limit.addEventListener('abort', stop);
  try {
    return await Promise.race([promise, end]);
  } finally {
    limit.removeEventListener('abort', stop);
  }
}
