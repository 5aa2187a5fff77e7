import { cliIdentity, readDaemonPublicKey } from '../../daemon/store/key-files.ts';
import { type DaemonClient, daemonClient } from '../../shared/daemon-client.ts';

/** A client of a running daemon that is known as the command line of its directory. */
export async function cliClient({
  directory,
  port,
}: {
  directory: string;
  port: number;
}): Promise<DaemonClient> {
  const key = await readDaemonPublicKey(directory);
  if (!key) throw new Error('The daemon has left no public key.');
  return daemonClient({ identity: await cliIdentity(directory), daemon: { key, port }, origin: '' });
}
