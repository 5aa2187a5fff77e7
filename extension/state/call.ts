import { ConnectionTrouble } from '../../shared/connection-trouble.ts';
import type { Secrets } from '../../shared/daemon-client.ts';
import type { CallName, PlainBody, RouteReply } from '../../shared/routes.ts';
import { daemon } from '../link/daemon.ts';
import { reconnect } from './connection.ts';

/**
 * Calls the daemon. Throws `Refused` when it says no, and `ConnectionTrouble` when there is no believed
 * answer; that trouble, if it lasts, shows in `connection` by itself.
 */
export async function call<N extends CallName>(
  name: N,
  body: PlainBody<N>,
  secrets?: Secrets<N>,
): Promise<RouteReply<N>> {
  try {
    const client = await daemon();
    if (!client) throw new ConnectionTrouble('not_paired');
    return await client.call(name, body, secrets);
  } catch (error) {
    if (error instanceof ConnectionTrouble && error.kind !== 'busy') reconnect(error);
    throw error;
  }
}
