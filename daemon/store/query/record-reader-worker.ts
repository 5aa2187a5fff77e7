import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { databaseFile } from '../database.ts';
import { answerQuestions } from './answer-questions.ts';
import { queryConnection } from './query-connection.ts';
import { readTables } from './read-tables.ts';

const { directory } = workerData as { directory: string };
const db = queryConnection(join(directory, databaseFile));
if (parentPort) answerQuestions(parentPort, (statementBegins) => readTables(db, statementBegins));
