import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { databaseFile } from '../database.ts';
import { plainStoreError } from '../store-error.ts';
import { typedSqliteError } from '../sqlite-error.ts';
import type { ReaderReply, ReaderRequest } from './log-reader.ts';
import { type LogQuestions, logQuestions } from './log-questions.ts';
import { queryConnection } from './query-connection.ts';

const { directory } = workerData as { directory: string };
const db = queryConnection(join(directory, databaseFile));
const questions: LogQuestions = logQuestions(db);

parentPort?.on('message', (request: ReaderRequest) => void answer(request));

async function answer({ id, question, args }: ReaderRequest): Promise<void> {
  try {
    const ask = questions[question] as (...args: unknown[]) => Promise<unknown>;
    send({ id, value: await ask(...args) });
  } catch (error) {
    send({ id, error: plainStoreError(typedSqliteError(error)) });
  }
}

function send(reply: ReaderReply): void {
  parentPort?.postMessage(reply);
}
