import { setTimeout as sleep } from 'node:timers/promises';
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
  // At its first start the daemon answers before it has made its key.
  for (const deadline = performance.now() + 10_000; ; await sleep(20)) {
    const key = await readDaemonPublicKey(directory);
    if (key)
      return daemonClient({ identity: await cliIdentity(directory), daemon: { key, port }, origin: '' });
    if (performance.now() > deadline) throw new Error('The daemon has left no public key.');
  }
}
