import { AsyncLocalStorage } from 'node:async_hooks';
import { type MessagePort, workerData } from 'node:worker_threads';
import { plainStoreError } from '../store-error.ts';
import { typedSqliteError } from '../sqlite-error.ts';
import type { ReadTables } from './read-tables.ts';
import type { ReaderReply, ReaderRequest } from './record-reader.ts';
import { progressOf } from './reader-progress.ts';

/** The reading thread's side: answers what comes, several at a time; the questions say before each statement that it begins. */
export function answerQuestions(
  port: MessagePort,
  tablesOn: (statementBegins: () => void) => ReadTables,
): void {
  const progress = progressOf((workerData as { progress: SharedArrayBuffer }).progress);
  const asked = new AsyncLocalStorage<number>();
  const begins = () => progress.at(asked.getStore() ?? 0);
  const tables = tablesOn(begins);
  port.on('message', ({ id, table, question, args }: ReaderRequest) => {
    const ask = tables[table][question] as (...args: unknown[]) => Promise<unknown>;
    void asked.run(id, async () => {
      begins();
      let reply: ReaderReply;
      try {
        reply = { id, value: await ask(...args) };
      } catch (error) {
        reply = { id, error: plainStoreError(typedSqliteError(error)) };
      }
      port.postMessage(reply);
    });
  });
  progress.at(0);
}
