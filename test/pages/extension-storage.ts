import type { ExtensionPage } from '../browsers/extension-browser.ts';

/** Kinds of storage that a page of the extension can reach. */
export const storages = [
  'storage.local',
  'storage.session',
  'IndexedDB',
  'localStorage',
  'sessionStorage',
  'Cache',
] as const;
export type StorageKind = (typeof storages)[number];

/** All that lies in each storage, as text; a private key shows as much as a script can get of it. */
export function readStorages(page: ExtensionPage): Promise<Record<StorageKind, string>> {
  return page.evaluate(`(${reading})()`);
}

/** Puts a text into each storage, so that a search shows where it looks. */
export async function plantInStorages(page: ExtensionPage, text: string): Promise<void> {
  await page.evaluate(`(${planting})(${JSON.stringify(text)})`);
}

const reading = String.raw`async () => {
  const api = globalThis.browser ?? chrome;
  const answer = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const jwkOf = (key) => crypto.subtle.exportKey('jwk', key).then(JSON.stringify, String);
  const textOf = async (value) => {
    if (value instanceof CryptoKey) return jwkOf(value);
    if (value instanceof Uint8Array) return String.fromCharCode(...value);
    if (typeof value !== 'object' || value === null) return String(value);
    const parts = await Promise.all(Object.entries(value).map(async ([key, part]) => key + '=' + await textOf(part)));
    return parts.join(' ');
  };
  const databases = await Promise.all((await indexedDB.databases()).map(async ({ name }) => {
    const db = await answer(indexedDB.open(name));
    const stores = await Promise.all([...db.objectStoreNames].map(async (store) =>
      textOf(await answer(db.transaction(store).objectStore(store).getAll()))));
    db.close();
    return name + ': ' + stores.join(' ');
  }));
  const cached = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys())
      cached.push(request.url, await (await cache.match(request)).text());
  }
  return {
    'storage.local': JSON.stringify(await api.storage.local.get(null)),
    'storage.session': JSON.stringify(await api.storage.session.get(null)),
    IndexedDB: databases.join(' '),
    localStorage: JSON.stringify({ ...localStorage }),
    sessionStorage: JSON.stringify({ ...sessionStorage }),
    Cache: cached.join(' '),
  };
}`;

const planting = String.raw`async (text) => {
  const api = globalThis.browser ?? chrome;
  await api.storage.local.set({ planted: text });
  await api.storage.session.set({ planted: text });
  localStorage.setItem('planted', text);
  sessionStorage.setItem('planted', text);
  await (await caches.open('planted')).put('http://127.0.0.1/planted', new Response(text));
  await new Promise((resolve, reject) => {
    const request = indexedDB.open('planted');
    request.onupgradeneeded = () => request.result.createObjectStore('planted').put(text, 'planted');
    request.onsuccess = () => { request.result.close(); resolve(); };
    request.onerror = () => reject(request.error);
  });
}`;
