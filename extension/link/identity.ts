import { generateIdentity, type Identity } from '../../shared/session/identity.ts';

const database = 'mailprobe';
const store = 'keys';
const name = 'identity';

/** This browser's own key pair, made once; the private half lies in IndexedDB and can be used, never read. */
export async function ownIdentity(): Promise<Identity> {
  const db = await open();
  try {
    return (await find(db)) ?? (await keep(db, await generateIdentity()));
  } finally {
    db.close();
  }
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(database, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(store);
  return answer(request);
}

function find(db: IDBDatabase): Promise<Identity | undefined> {
  return answer(db.transaction(store).objectStore(store).get(name) as IDBRequest<Identity | undefined>);
}

/** Two pages may have made one each at the same moment: the first that is stored is the identity of both. */
async function keep(db: IDBDatabase, made: Identity): Promise<Identity> {
  const keys = db.transaction(store, 'readwrite').objectStore(store);
  const first = await answer(keys.get(name) as IDBRequest<Identity | undefined>);
  if (first) return first;
  await answer(keys.put(made, name));
  return made;
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB gave no answer.')));
  });
}
