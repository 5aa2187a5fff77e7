import { openDaemon } from '../link/daemon.ts';
import { awayBadge, type Badge, badgeOf, noBadge } from './badge.ts';

/** Asks the daemon in one short session; a trouble of any kind shows as the companion being away. */
export async function lookForBadge(): Promise<Badge> {
  try {
    const client = await openDaemon();
    if (!client) return noBadge;
    const [{ accounts }, { runs }] = await Promise.all([
      client.call('accountsList', {}),
      client.call('testsRunning', {}),
    ]);
    await client.call('sessionEnd', {});
    return badgeOf(accounts, runs.length);
  } catch {
    return awayBadge;
  }
}
