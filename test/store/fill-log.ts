import { openDatabase } from '../../daemon/store/database.ts';
import type { LogEntry } from '../../daemon/store/log-batch.ts';
import { storeTables } from '../../daemon/store/tables.ts';
import { generatedRecords } from '../bench/generated-records.ts';
import type { DaemonProcess } from '../daemon-process.ts';

const batch = 500;

/** Puts so many records into the Main Log of a daemon, which is stopped for it; the newest is of now, the last are these. */
export async function fillLog(
  daemon: DaemonProcess,
  count: number,
  last: readonly LogEntry[] = [],
): Promise<void> {
  await daemon.stop();
  const db = await openDatabase(daemon.directory);
  const { log } = storeTables(db, daemon.directory);
  db.exec('PRAGMA synchronous = OFF');
  const records = generatedRecords(count - last.length, { endMs: Date.now(), everyMs: 1_000 });
  let entries: LogEntry[] = [];
  for (const record of records) {
    entries.push(record);
    if (entries.length < batch) continue;
    log.append(entries);
    entries = [];
  }
  log.append([...entries, ...last]);
  db.close();
  const codes = () => daemon.output.match(/\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}\b/g)?.length ?? 0;
  const before = codes();
  await daemon.start();
  // The code of the start before is good no longer.
  while (codes() === before) await new Promise((resolve) => setTimeout(resolve, 20));
}
