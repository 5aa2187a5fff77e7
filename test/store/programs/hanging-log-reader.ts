// A reading thread of the log in which `page` is a statement of as many steps as its limit; the directory says how
// many milliseconds it takes to begin.
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { answerQuestions } from '../../../daemon/store/query/answer-questions.ts';
import type { Questions } from '../../../daemon/store/query/questions.ts';

await pause(Number((workerData as { directory: string }).directory));
const db = new DatabaseSync(':memory:');
const slow = db.prepare(
  'WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < ?) SELECT count(*) FROM c',
);
const questions = (statementBegins: () => void): Questions<never> => ({
  async page(_question, { limit }) {
    await new Promise((resolve) => setImmediate(resolve));
    statementBegins();
    if (limit > 1) slow.get(limit);
    return { records: [] };
  },
  async count() {
    // Between two statements others have their turn.
    for (let step = 0; step < 3; step++) {
      statementBegins();
      await new Promise((resolve) => setImmediate(resolve));
    }
    return { count: 7, exact: true };
  },
  group: async () => ({ groups: [], exact: true, more: false }),
});
if (parentPort)
  answerQuestions(parentPort, (statementBegins) => {
    const all = questions(statementBegins);
    return { log: all, incoming: all, outgoing: all, exportedOutgoing: all };
  });
