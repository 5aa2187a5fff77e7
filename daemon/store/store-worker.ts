import type { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import { openDatabase } from './database.ts';
import { plainStoreError } from './store-error.ts';
import type { StoreReply, StoreRequest } from './store-port.ts';
import { type StoreTables, storeTables } from './tables.ts';

const hourMs = 3_600_000;
/** So long nothing was asked for before the search index is filled. */
const idleMs = 300;

const { directory } = workerData as { directory: string };
try {
  // A backup is made of data alone, and as the first step.
  const onStep = (step: string) => void (step === 'backup' && send({ upgrading: true }));
  const db = await openDatabase(directory, { onStep });
  const tables = storeTables(db, directory);
  let lastAsked = 0;
  parentPort?.on('message', (request: StoreRequest | 'close') => {
    lastAsked = performance.now();
    void (request === 'close' ? close(db, tables) : answer(tables, request));
  });
  keepHouse(tables);
  keepSearch(tables, () => performance.now() - lastAsked < idleMs);
  send({ opened: true });
} catch (error) {
  send({ opened: false, error: plainStoreError(error) });
}

async function answer(tables: StoreTables, { id, table, method, args }: StoreRequest): Promise<void> {
  try {
    const methods: Record<string, unknown> = tables[table as keyof StoreTables];
    const call = methods[method] as (...args: unknown[]) => unknown;
    send({ id, value: await call(...args) });
  } catch (error) {
    send({ id, error: plainStoreError(error) });
  }
}

async function close(db: DatabaseSync, { housekeeping }: StoreTables): Promise<void> {
  // One that is running is waited for; SQLite cannot close under it.
  await Promise.allSettled([housekeeping.backUp()]);
  db.close();
  parentPort?.close();
}

/** Today's backup and the retention of log and letters, at the start and every hour. What fails now is tried again then. */
function keepHouse({ housekeeping }: StoreTables): void {
  const once = async () => {
    // One after the other: the write-ahead log grows as long as a copy is made.
    await Promise.allSettled([housekeeping.backUp()]);
    await Promise.allSettled([Promise.try(() => housekeeping.noteClock())]);
    await Promise.allSettled([housekeeping.trimLog()]);
    await Promise.allSettled([housekeeping.trimLetters()]);
  };
  setInterval(() => void once(), hourMs).unref();
  setImmediate(() => void once());
}

/** What fails now, on a full disk perhaps, is tried again at the next look. */
function keepSearch({ housekeeping }: StoreTables, busy: () => boolean): void {
  setInterval(() => void housekeeping.fillSearch(busy).catch(() => undefined), idleMs).unref();
}

function send(reply: StoreReply): void {
  parentPort?.postMessage(reply);
}
