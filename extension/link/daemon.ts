import type { DaemonClient } from '../../shared/daemon-client.ts';
import { ownIdentity } from './identity.ts';
import { ownOrigin } from './own-origin.ts';
import { keptDaemon, onPairing } from './pinned-daemon.ts';

let client: Promise<DaemonClient | undefined> | undefined;

/** The one client of this context, with the session all its calls share; `undefined` while not paired. */
export function daemon(): Promise<DaemonClient | undefined> {
  if (!client) {
    client = openDaemon();
    // Whoever asks next tries again.
    client.catch(() => (client = undefined));
  }
  return client;
}

onPairing(() => (client = undefined));

/** A client with a session of its own, for a context that does not live long enough to share one. */
export async function openDaemon(): Promise<DaemonClient | undefined> {
  const kept = await keptDaemon();
  if (!kept) return undefined;
  // With all schemas of the contract: a page is painted before they are read.
  const { daemonClient } = await import('../../shared/daemon-client.ts');
  return daemonClient({ identity: await ownIdentity(), daemon: kept, origin: ownOrigin() });
}
