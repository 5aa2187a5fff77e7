import { Worker } from 'node:worker_threads';
import type { DirectoryLock } from './lock.ts';
import { type LogEntry, logBatch, numberedRecords } from './log-batch.ts';
import { type RecordReader, recordReader } from './query/record-reader.ts';
import { StoreError, revivedStoreError } from './store-error.ts';
import { type RemoteTables, type StoreReply, type StoreRequest, methods } from './store-port.ts';
import { texts } from './texts.ts';

export interface Store extends RemoteTables, AsyncDisposable {
  /** Answers conditions in another thread, so that a question never keeps a record waiting. */
  readonly reader: Omit<RecordReader, 'close'>;
  /** Resolves when the thread has ended, with what ended it if it was not `close`. */
  readonly ended: Promise<StoreError | undefined>;
  /** Lets what was asked be done, and closes the database. */
  close: () => Promise<void>;
}

interface StoreOptions {
  /** Called when data of an earlier version is about to be backed up and brought up to date. */
  onUpgrade?: () => void;
}

/**
 * The store of a locked directory, in a thread of its own: SQLite's calls are synchronous, and a search
 * may take long. Throws StoreError; every method rejects with one as well.
 */
export async function openStore(
  { directory }: DirectoryLock,
  { onUpgrade }: StoreOptions = {},
): Promise<Store> {
  const worker = new Worker(new URL('store-worker.ts', import.meta.url), {
    workerData: { directory },
    name: 'store',
  });
  const open = new Map<number, PromiseWithResolvers<unknown>>();
  const opened = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<StoreError | undefined>();
  let closing = false;
  let requests = 0;

  worker.on('message', (reply: StoreReply) => {
    if ('upgrading' in reply) return onUpgrade?.();
    if ('opened' in reply) {
      if (reply.opened) opened.resolve();
      else opened.reject(revivedStoreError(reply.error));
      return;
    }
    const request = open.get(reply.id);
    open.delete(reply.id);
    if ('error' in reply) request?.reject(revivedStoreError(reply.error));
    else request?.resolve(reply.value);
  });
  worker.on('error', (error) => end(gone(error)));
  worker.on('exit', () => end(gone()));

  function end(reason: StoreError): void {
    opened.reject(reason);
    for (const request of open.values()) request.reject(reason);
    open.clear();
    ended.resolve(closing ? undefined : reason);
  }

  function ask(table: string, method: string, args: unknown[]): Promise<unknown> {
    if (closing) return Promise.reject(gone());
    const id = ++requests;
    const request = Promise.withResolvers<unknown>();
    open.set(id, request);
    worker.postMessage({ id, table, method, args } satisfies StoreRequest);
    return request.promise;
  }

  async function close(): Promise<void> {
    if (!closing) worker.postMessage('close');
    closing = true;
    await reader.close();
    await ended.promise;
  }

  await opened.promise;
  const reader = recordReader(directory);
  const tables = remoteTables(ask);
  return {
    ...tables,
    log: { ...tables.log, append: (entries) => appended(tables.log, entries) },
    reader,
    ended: ended.promise,
    close,
    [Symbol.asyncDispose]: close,
  };
}

function remoteTables(
  ask: (table: string, method: string, args: unknown[]) => Promise<unknown>,
): RemoteTables {
  const tables = Object.entries(methods).map(([table, names]) => {
    const calls = Object.keys(names).map((method) => {
      const call = (...args: unknown[]) => ask(table, method, args);
      return [method, call] as const;
    });
    return [table, Object.fromEntries(calls)] as const;
  });
  return Object.fromEntries(tables) as unknown as RemoteTables;
}

/** Looked at and numbered on this side: what crosses the port are columns and one id. */
async function appended({ appendBatch }: RemoteTables['log'], entries: readonly LogEntry[]) {
  return numberedRecords(entries, await appendBatch(logBatch(entries)));
}

function gone(cause?: unknown): StoreError {
  return new StoreError('store_gone', texts.storeGone, { cause });
}
