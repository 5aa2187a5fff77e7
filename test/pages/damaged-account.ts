import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Id } from '../../shared/id.ts';
import type { DaemonProcess } from '../daemon-process.ts';

/** Something other than Mailprobe writes a port into the row of an account that there is not. */
export function damageAccount(daemon: Pick<DaemonProcess, 'directory'>, id: Id): void {
  write(daemon, `UPDATE accounts SET port = port + 100000 WHERE id = ${id}`);
}

/** Something other than Mailprobe changes the table, so that no list of accounts can be read; gives what puts it right. */
export function breakAccounts(daemon: DaemonProcess): () => void {
  write(daemon, 'ALTER TABLE accounts RENAME COLUMN refused_logins TO renamed');
  return () => write(daemon, 'ALTER TABLE accounts RENAME COLUMN renamed TO refused_logins');
}

function write(daemon: Pick<DaemonProcess, 'directory'>, change: string): void {
  const db = new DatabaseSync(join(daemon.directory, 'mailprobe.db'));
  db.exec(change);
  db.close();
}
