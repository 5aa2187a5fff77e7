/**
 * The same values, begun: what refuses to begin at all rejects here, as long as a status can still be sent. After
 * `patienceMs` without a first value it is taken to have begun.
 */
export async function begun<T>(
  source: AsyncGenerator<T, void, undefined>,
  patienceMs: number,
): Promise<AsyncGenerator<T, void, undefined>> {
  const first = source.next();
  const patience = Promise.withResolvers<void>();
  const timer = setTimeout(patience.resolve, patienceMs);
  try {
    await Promise.race([first, patience.promise]);
  } finally {
    clearTimeout(timer);
  }
  return goOn(first, source);
}

async function* goOn<T>(
  first: Promise<IteratorResult<T, void>>,
  source: AsyncGenerator<T, void, undefined>,
): AsyncGenerator<T, void, undefined> {
  try {
    for (let result = await first; !result.done; result = await source.next()) yield result.value;
  } finally {
    await source.return();
  }
}
