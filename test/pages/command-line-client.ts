import { cliIdentity, readDaemonPublicKey } from '../../daemon/store/key-files.ts';
import { daemonClient } from '../../shared/daemon-client.ts';
import type { DaemonProcess } from '../daemon-process.ts';

/** A client as the command line of the same directory would be: another one than the browser. */
export async function commandLineClient({ directory, port }: DaemonProcess) {
  const key = await readDaemonPublicKey(directory);
  if (!key) throw new Error('The daemon has left no public key.');
  return daemonClient({ identity: await cliIdentity(directory), daemon: { key, port }, origin: '' });
}
