import { Worker } from 'node:worker_threads';
import { type PlainStoreError, StoreError, revivedStoreError } from '../store-error.ts';
import type { Questions } from './questions.ts';
import type { ReadTables } from './read-tables.ts';
import { type Progress, newProgress } from './reader-progress.ts';
import { texts } from '../texts.ts';

export interface ReaderRequest {
  id: number;
  table: keyof ReadTables;
  question: keyof Questions<unknown>;
  args: unknown[];
}
export type ReaderReply = { id: number; value: unknown } | { id: number; error: PlainStoreError };

/** Asks every list in one thread of its own. Every question rejects with StoreError alone. */
export interface RecordReader extends ReadTables {
  close: () => Promise<void>;
}

interface Options {
  /** What the thread runs; tests have one that hangs. */
  program?: URL;
  /** So long one statement may take: its question is refused then, and its thread given up (security §6). */
  patienceMs?: number;
  /** So long a question waits for a thread that was given up, which ends only with its statement. */
  waitMs?: number;
}

const lookMs = 50;
/** A thread that has not begun by then never will. */
const startMs = 10_000;

interface Waiting extends PromiseWithResolvers<unknown> {
  request: ReaderRequest;
  /** For a thread, while another one ends. */
  waitedMs: number;
}

interface Thread {
  worker: Worker;
  progress: Progress;
  /** Since it last began a statement; counted by looks, so that a busy main thread does not blame it. */
  silentMs: number;
  steps: number;
}

/**
 * Its thread begins with the first question. There is never a second one: a statement that runs cannot be stopped, so
 * the next thread begins when the one that was given up has ended, and is asked again what others had asked of that.
 */
export function recordReader(directory: string, options: Options = {}): RecordReader {
  const { program = new URL('record-reader-worker.ts', import.meta.url), patienceMs = 2_000 } = options;
  const { waitMs = 5_000 } = options;
  const waiting = new Map<number, Waiting>();
  let thread: Thread | undefined;
  let ending: Promise<unknown> | undefined;
  let watch: NodeJS.Timeout | undefined;
  let requests = 0;
  let closed = false;

  function begin(): Thread {
    const progress = newProgress();
    const worker = new Worker(program, {
      workerData: { directory, progress: progress.shared },
      name: 'record reader',
    });
    const begun = { worker, progress, silentMs: 0, steps: 0 };
    worker.on('message', settle);
    worker.on('error', (error) => lose(begun, crashed(error)));
    worker.on('exit', () => lose(begun, crashed()));
    for (const { request } of waiting.values()) worker.postMessage(request);
    thread = begun;
    return begun;
  }

  function settle(reply: ReaderReply): void {
    const request = waiting.get(reply.id);
    waiting.delete(reply.id);
    if ('error' in reply) request?.reject(revivedStoreError(reply.error));
    else request?.resolve(reply.value);
  }

  /** The next question begins another thread. */
  function lose(lost: Thread, reason: StoreError): void {
    if (thread !== lost) return;
    thread = undefined;
    for (const id of waiting.keys()) refuse(id, reason);
  }

  function refuse(id: number, reason: StoreError): void {
    waiting.get(id)?.reject(reason);
    waiting.delete(id);
  }

  function look(): void {
    if (waiting.size === 0) {
      clearInterval(watch);
      watch = undefined;
    } else if (thread) lookAt(thread);
    else
      for (const [id, each] of waiting) {
        each.waitedMs += lookMs;
        if (each.waitedMs >= waitMs) refuse(id, busy());
      }
  }

  function lookAt(watched: Thread): void {
    const { steps, progress } = watched;
    watched.steps = progress.steps();
    watched.silentMs = steps === watched.steps ? watched.silentMs + lookMs : 0;
    // Until it has begun nobody's question takes any time.
    const began = watched.steps > 0;
    if (watched.silentMs < (began ? patienceMs : startMs)) return;
    const slow = progress.question();
    if (began && waiting.has(slow)) refuse(slow, tooLong());
    else lose(watched, crashed());
    thread = undefined;
    ending = replace(watched);
  }

  async function replace({ worker }: Thread): Promise<void> {
    await worker.terminate();
    ending = undefined;
    if (waiting.size > 0 && !closed) begin();
  }

  function ask<T>(
    table: ReaderRequest['table'],
    question: ReaderRequest['question'],
    args: unknown[],
  ): Promise<T> {
    if (closed) return Promise.reject(closing());
    const request: ReaderRequest = { id: ++requests, table, question, args };
    const asked: Waiting = { ...Promise.withResolvers<unknown>(), request, waitedMs: 0 };
    if (thread && waiting.size === 0) thread.silentMs = 0;
    waiting.set(request.id, asked);
    watch ??= setInterval(look, lookMs).unref();
    if (thread) thread.worker.postMessage(request);
    else if (!ending) begin();
    return asked.promise as Promise<T>;
  }

  function questionsTo<R>(table: ReaderRequest['table']): Questions<R> {
    return {
      page: (...args) => ask(table, 'page', args),
      count: (...args) => ask(table, 'count', args),
      group: (...args) => ask(table, 'group', args),
    };
  }

  return {
    log: questionsTo('log'),
    incoming: questionsTo('incoming'),
    outgoing: questionsTo('outgoing'),
    exportedOutgoing: questionsTo('exportedOutgoing'),
    async close() {
      closed = true;
      clearInterval(watch);
      const last = thread;
      thread = undefined;
      for (const id of waiting.keys()) refuse(id, closing());
      await Promise.all([last?.worker.terminate(), ending]);
    },
  };
}

function tooLong(): StoreError {
  return new StoreError('value_refused', texts.slowCondition);
}

function busy(): StoreError {
  return new StoreError('store_gone', texts.logBusy);
}

function closing(): StoreError {
  return new StoreError('store_gone', texts.storeGone);
}

function crashed(cause?: unknown): StoreError {
  return new StoreError('store_gone', texts.logUnread, { cause });
}
