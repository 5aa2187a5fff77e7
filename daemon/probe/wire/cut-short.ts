/**
 * Gives the function that cuts promises short when `broken` rejects; what has settled before still counts. `Promise.race`
 * would do the same, and keep every value it ever gave for as long as `broken` is open.
 */
export function cutShortBy(broken: Promise<never>): <T>(work: Promise<T>) => Promise<T> {
  const waiting = new Set<(error: unknown) => void>();
  let over = false;
  broken.catch((error: unknown) => {
    over = true;
    for (const reject of waiting) reject(error);
    waiting.clear();
  });
  return <T>(work: Promise<T>): Promise<T> => {
    if (over) return Promise.race([work, broken]);
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    waiting.add(reject);
    work.then(resolve, reject).finally(() => waiting.delete(reject));
    return promise;
  };
}
