// Tells what the store holds, then writes without end and tells each write once it was acknowledged.
import { writeSync } from 'node:fs';
import { prepareDataDirectory } from '../../../daemon/store/data-directory.ts';
import { lockDataDirectory } from '../../../daemon/store/lock.ts';
import { type Store, openStore } from '../../../daemon/store/store.ts';
import { accountFields, clientFields, logEntry } from '../examples.ts';

/** What was acknowledged, or what is there. */
export type Told =
  | { open: Holdings }
  | { log: string[] }
  | { account: string; name: string }
  | { removed: string }
  | { days: number }
  | { client: string; lastUsedAt: number };
export interface Holdings {
  /** Ids of records newer than the one asked from, newest first, and how many of each batch. */
  log: string[];
  batches: Record<string, number>;
  accounts: Record<string, string>;
  days: number;
  clients: Record<string, number>;
}

const [directory = '', since = '100000000000000000'] = process.argv.slice(2);
const batchSize = 7;

using lock = lockDataDirectory(prepareDataDirectory(directory));
await using store = await openStore(lock);
const open = await holdings(store);
tell({ open });
await Promise.all([writeLog(), writeAccounts(), writeProperties(open.days), writeClients()]);

async function writeLog(): Promise<void> {
  for (;;) {
    const batch = `${process.pid}-${performance.now()}`;
    const records = await store.log.append(Array.from({ length: batchSize }, () => logEntry(batch)));
    tell({ log: records.map(({ id }) => id) });
  }
}

async function writeAccounts(): Promise<void> {
  for (;;) {
    const id = await store.accounts.newId();
    for (const name of ['first', 'second', 'third']) {
      if (name === 'first') await store.accounts.create(accountFields(id, name));
      else await store.accounts.change(accountFields(id, name));
      tell({ account: id, name });
    }
    if (Math.random() < 0.9) {
      await store.deletions.remove([id], Date.now());
      tell({ removed: id });
    }
  }
}

async function writeProperties(from: number): Promise<void> {
  for (let days = from + 1; days < 36_500; days++) {
    await store.properties.set('mailprobe.log.keep.days', days);
    tell({ days });
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

async function writeClients(): Promise<void> {
  const { id } = await store.clients.add(clientFields('a'));
  for (;;) {
    const lastUsedAt = Date.now();
    await store.clients.touch(id, lastUsedAt);
    tell({ client: id, lastUsedAt });
  }
}

async function holdings({ log, accounts, properties, clients }: Store): Promise<Holdings> {
  const held: Holdings = {
    log: [],
    batches: {},
    accounts: Object.fromEntries((await accounts.list()).map(({ id, name }) => [id, name])),
    days: (await properties.all())['mailprobe.log.keep.days'],
    clients: Object.fromEntries((await clients.list()).map((it) => [it.id, Date.parse(it.lastUsedAt)])),
  };
  for (let page = await log.page({ limit: 500 }); page.length > 0;) {
    const fresh = page.filter(({ id }) => id > since);
    for (const { id, message } of fresh) {
      held.log.push(id);
      held.batches[message] = (held.batches[message] ?? 0) + 1;
    }
    if (fresh.length < page.length) break;
    page = await log.page({ limit: 500, before: page.at(-1)?.id });
  }
  return held;
}

/** At once: what stands in a buffer is gone with the process, though it was acknowledged. */
function tell(told: Told): void {
  let rest = Buffer.from(`${JSON.stringify(told)}\n`);
  // A pipe takes a long line in pieces.
  while (rest.length > 0) rest = rest.subarray(written(rest));
}

function written(bytes: Uint8Array): number {
  try {
    return writeSync(1, bytes);
  } catch (error) {
    // The pipe is full: its reader will get to it.
    if (error instanceof Error && 'code' in error && error.code === 'EAGAIN') return 0;
    throw error;
  }
}
