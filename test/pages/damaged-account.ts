import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { DaemonProcess } from '../daemon-process.ts';

/** Something other than Mailprobe writes a port into every account that there is not; gives what puts it right. */
export function damageAccounts(daemon: DaemonProcess): () => void {
  const write = (set: string) => {
    const db = new DatabaseSync(join(daemon.directory, 'mailprobe.db'));
    db.exec(`UPDATE accounts SET ${set}`);
    db.close();
  };
  write('port = port + 100000');
  return () => write('port = port - 100000 WHERE port > 100000');
}
