import { AsyncLocalStorage } from 'node:async_hooks';

const origins = new AsyncLocalStorage<string>();
const bare = globalThis.fetch;

// A browser puts the origin into each request of an extension; here nobody does.
globalThis.fetch = (input, init) => {
  const origin = origins.getStore();
  if (origin === undefined) return bare(input, init);
  return bare(input, { ...init, headers: { ...(init?.headers as Record<string, string>), Origin: origin } });
};

/** What fetches in `work`, fetches as an extension of this origin. */
export function fromOrigin<T>(origin: string, work: () => T): T {
  return origin === '' ? work() : origins.run(origin, work);
}
