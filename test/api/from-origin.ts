import { AsyncLocalStorage } from 'node:async_hooks';

const origins = new AsyncLocalStorage<string>();
const languages = new AsyncLocalStorage<string>();
const bare = globalThis.fetch;

// A browser puts the origin into each request of an extension; here nobody does.
globalThis.fetch = (input, init) => {
  const origin = origins.getStore();
  const language = languages.getStore();
  const own = {
    ...(origin === undefined ? {} : { Origin: origin }),
    ...(language === undefined ? {} : { 'Accept-Language': language }),
  };
  return bare(input, { ...init, headers: { ...(init?.headers as Record<string, string>), ...own } });
};

/** What fetches in `work`, fetches as an extension of this origin. */
export function fromOrigin<T>(origin: string, work: () => T): T {
  return origin === '' ? work() : origins.run(origin, work);
}

/** What fetches in `work`, asks for replies in this language, as a page in it does; the daemon of this process speaks on as before. */
export function inLanguage<T>(language: string, work: () => T): T {
  return languages.run(language, work);
}
