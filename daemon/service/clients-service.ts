import type { Client } from '../../shared/client.ts';
import { SaidRefused } from './refuse.ts';
import { visibleText } from '../../shared/visible-text.ts';
import type { RemoteTables } from '../store/store-port.ts';
import type { MainLog } from './main-log.ts';
import { texts } from './texts.ts';

export interface ClientsService {
  list(): Promise<Client[]>;
  find(id: string): Promise<Client | undefined>;
  /** From memory, for the gate: whether any paired browser comes from this origin. */
  isPaired(origin: string): boolean;
  /**
   * Pairing the same key again renews its origin and name; `replaced` are the ids whose places it takes. Throws `Refused`
   * when all places are taken: nothing has changed then.
   */
  add(client: Omit<Client, 'createdAt' | 'lastUsedAt'>): Promise<{ client: Client; replaced: string[] }>;
  /** Notes that it was used; written at most once a minute. Never rejects. */
  touch(id: string): Promise<void>;
  revoke(id: string): Promise<void>;
}

interface Options {
  store: RemoteTables;
  mainLog: MainLog;
  changed: () => void;
  /** Monotonic. */
  nowMs?: () => number;
}

const touchMs = 60_000;

/** Paired browsers. */
export async function clientsService({
  store: { clients },
  mainLog,
  changed,
  nowMs = () => performance.now(),
}: Options): Promise<ClientsService> {
  const originsOf = async () => new Set((await clients.list()).map(({ origin }) => origin));
  let origins = await originsOf();
  const touched = new Map<string, number>();

  return {
    list: () => clients.list(),
    find: (id) => clients.get(id),
    isPaired: (origin) => origins.has(origin),

    async add(fields) {
      const older = (await clients.list()).filter(
        ({ id, origin }) => id !== fields.id && origin === fields.origin && isOneProfile(origin),
      );
      const replaced = older.map(({ id }) => id);
      const client = await clients.add(fields, Date.now(), replaced);
      for (const id of replaced) touched.delete(id);
      origins = await originsOf();
      changed();
      const place = replaced.length > 0 ? ' in place of its earlier pairing, whose key it lost' : '';
      const who = `${visibleText(client.name)} was paired (${visibleText(client.origin)})`;
      await mainLog.system(`Browser ${who}${place}.`);
      return { client, replaced };
    },

    async touch(id) {
      const now = nowMs();
      const last = touched.get(id);
      if (last !== undefined && now - last < touchMs) return;
      touched.set(id, now);
      // A time that is not written is no reason to refuse a request.
      await clients.touch(id).catch(() => touched.delete(id));
    },

    async revoke(id) {
      const client = await clients.get(id);
      if (!client || !(await clients.remove(id))) {
        throw new SaidRefused({ kind: 'not_found', message: texts.notPaired });
      }
      origins = await originsOf();
      touched.delete(id);
      changed();
      await mainLog.system(`The pairing of browser ${visibleText(client.name)} was revoked.`);
    },
  };
}

/** Firefox makes this origin for one profile alone; Chrome's is the same in all profiles, and says nothing of which. */
function isOneProfile(origin: string): boolean {
  return origin.startsWith('moz-extension://');
}
