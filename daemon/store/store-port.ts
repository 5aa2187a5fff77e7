import type { PlainStoreError } from './store-error.ts';
import type { StoreTables } from './tables.ts';

/** What crosses the port between the store and its thread. */
export interface StoreRequest {
  id: number;
  table: string;
  method: string;
  args: unknown[];
}
export type StoreReply =
  | { id: number; value: unknown }
  | { id: number; error: PlainStoreError }
  /** Before the first: data of an earlier version is backed up and brought up to date, which may take long. */
  | { upgrading: true }
  /** The first message: the tables are there, or why not. */
  | { opened: true }
  | { opened: false; error: PlainStoreError };

type Remote<T> = {
  [M in keyof T]: T[M] extends (...args: infer A) => infer R ? (...args: A) => Promise<Awaited<R>> : never;
};

/** The tables, each method as a promise. */
export type RemoteTables = { [T in keyof StoreTables]: Remote<StoreTables[T]> };

/** All that may be called from outside; a method that is missing here does not compile. */
export const methods = {
  accounts: {
    newId: 0,
    all: 0,
    list: 0,
    get: 0,
    create: 0,
    change: 0,
    setActive: 0,
    passwordKeptIn: 0,
    passwordChanges: 0,
  },
  deletions: { remove: 0, restore: 0, isRestorable: 0, newest: 0, purge: 0 },
  lastTests: { put: 0, get: 0, all: 0 },
  refusedLogins: { count: 0, of: 0, atLeast: 0 },
  secrets: { place: 0, setPlace: 0, kept: 0, lost: 0, begun: 0, begin: 0, end: 0, moved: 0 },
  properties: { all: 0, damaged: 0, changes: 0, set: 0, reset: 0 },
  log: { append: 0, appendBatch: 0, page: 0, get: 0, count: 0 },
  letters: {
    add: 0,
    addUnqueued: 0,
    get: 0,
    bringForward: 0,
    due: 0,
    nextDueAt: 0,
    begin: 0,
    handOver: 0,
    end: 0,
    again: 0,
    giveUp: 0,
    giveUpFor: 0,
    giveUpTests: 0,
    isDamaged: 0,
    recover: 0,
  },
  mailboxes: { knownUids: 0, unseen: 0, take: 0, origin: 0 },
  clients: { list: 0, get: 0, add: 0, touch: 0, remove: 0 },
  person: { get: 0 },
  installation: { id: 0, vaultGeneration: 0, setVaultGeneration: 0, canaryWritten: 0, rememberCanary: 0 },
  housekeeping: { diskFull: 0, backUp: 0, noteClock: 0, trimLog: 0, trimLetters: 0, fillSearch: 0 },
} satisfies { [T in keyof StoreTables]: Record<keyof StoreTables[T], 0> };
