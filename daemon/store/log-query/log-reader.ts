import { Worker } from 'node:worker_threads';
import { type PlainStoreError, StoreError, revivedStoreError } from '../store-error.ts';
import type { LogQuestions } from './log-questions.ts';
import { texts } from '../texts.ts';

export interface ReaderRequest {
  id: number;
  question: keyof LogQuestions;
  args: unknown[];
}
export type ReaderReply = { id: number; value: unknown } | { id: number; error: PlainStoreError };

/** Asks the log in a thread of its own. Every question rejects with StoreError alone. */
export interface LogReader extends LogQuestions {
  close: () => Promise<void>;
}

/** Questions give up after a second; a thread that says nothing for so long hangs in one, and is given up (security §6). */
const patienceMs = 2_000;

interface Waiting extends PromiseWithResolvers<unknown> {
  watch: NodeJS.Timeout;
}

/** Its thread begins with the first question. */
export function logReader(directory: string): LogReader {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let requests = 0;
  let closed = false;

  function started(): Worker {
    if (worker) return worker;
    const begun = new Worker(new URL('log-reader-worker.ts', import.meta.url), {
      workerData: { directory },
      name: 'log reader',
    });
    begun.on('online', refresh);
    begun.on('message', settle);
    begun.on('error', (error) => lose(begun, crashed(error)));
    begun.on('exit', () => lose(begun, crashed()));
    worker = begun;
    return begun;
  }

  function settle(reply: ReaderReply): void {
    const request = waiting.get(reply.id);
    waiting.delete(reply.id);
    clearTimeout(request?.watch);
    // It answers: the others have waited for this one.
    refresh();
    if ('error' in reply) request?.reject(revivedStoreError(reply.error));
    else request?.resolve(reply.value);
  }

  function refresh(): void {
    for (const { watch } of waiting.values()) watch.refresh();
  }

  /** The next question begins another thread. */
  function lose(lost: Worker, reason: StoreError): void {
    if (worker !== lost) return;
    worker = undefined;
    for (const { reject, watch } of waiting.values()) {
      clearTimeout(watch);
      reject(reason);
    }
    waiting.clear();
  }

  function hangs(): void {
    const hanging = worker;
    if (!hanging) return;
    lose(hanging, tooLong());
    void hanging.terminate();
  }

  function ask(question: keyof LogQuestions, args: unknown[]): Promise<unknown> {
    if (closed) return Promise.reject(closing());
    const id = ++requests;
    const watch = setTimeout(hangs, patienceMs).unref();
    waiting.set(id, { ...Promise.withResolvers<unknown>(), watch });
    started().postMessage({ id, question, args } satisfies ReaderRequest);
    return waiting.get(id)?.promise ?? Promise.reject(closing());
  }

  return {
    page: (...args) => ask('page', args) as ReturnType<LogQuestions['page']>,
    count: (...args) => ask('count', args) as ReturnType<LogQuestions['count']>,
    group: (...args) => ask('group', args) as ReturnType<LogQuestions['group']>,
    async close() {
      closed = true;
      const last = worker;
      if (!last) return;
      lose(last, closing());
      await last.terminate();
    },
  };
}

function tooLong(): StoreError {
  return new StoreError('value_refused', texts.slowCondition);
}

function closing(): StoreError {
  return new StoreError('store_gone', texts.storeGone);
}

function crashed(cause?: unknown): StoreError {
  return new StoreError('store_gone', texts.logUnread, { cause });
}
