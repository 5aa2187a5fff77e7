import { clientIdOf } from '../../shared/session/identity.ts';
import type { Post } from '../../shared/session/messages.ts';
import type { DaemonRequest } from '../../shared/session/daemon-request.ts';
import type { ClientSession } from '../../shared/session/session-client.ts';
import {
  arrive,
  type Browser,
  connect,
  type Daemon,
  failureOf,
  makeBrowser,
  makeDaemon,
  otherOrigin,
  text,
} from './session-ends.ts';

export async function proven(
  daemon: Daemon,
  session: ClientSession | undefined,
  from?: string,
  meanwhile = () => {},
): Promise<DaemonRequest> {
  if (!session) throw new Error('There is no session.');
  const request = { method: 'POST', path: '/x', body: text('{}') };
  const header = await session.request('POST', '/x').authorize(request.body);
  const arrival = arrive(daemon, header, request, from);
  await Promise.resolve();
  await Promise.resolve();
  meanwhile();
  return arrival;
}

export function works(...request: Parameters<typeof proven>): Promise<string> {
  return failureOf(proven(...request));
}

export async function several(daemon: Daemon, browser: Browser, count: number): Promise<ClientSession[]> {
  const sessions: ClientSession[] = [];
  for (let begun = 0; begun < count; begun++) {
    daemon.clock.nowMs += 10;
    sessions.push(await connect(daemon, browser));
  }
  daemon.clock.nowMs += 10;
  return sessions;
}

/** A second browser that is paired with the daemon. */
export async function another(daemon: Daemon): Promise<Browser> {
  const browser = await makeBrowser({ origin: otherOrigin });
  const key = browser.identity.publicKey;
  const id = await clientIdOf(key);
  daemon.clients.set(id, { id, key, origin: otherOrigin, name: 'Another' });
  return browser;
}

export function revoke(daemon: Daemon, id: string): void {
  daemon.clients.delete(id);
  daemon.sessions.endClient(id);
}

export async function restartOf(daemon: Daemon): Promise<Daemon> {
  const restarted = await makeDaemon({ identity: daemon.identity });
  for (const [id, client] of daemon.clients) restarted.clients.set(id, client);
  return restarted;
}

/** A session that stops before its finish; the result sends it. */
export async function halfOpen(daemon: Daemon, browser: Browser): Promise<() => Promise<unknown>> {
  const { promise, resolve, reject } = Promise.withResolvers<() => Promise<unknown>>();
  const post: Post = async (path, body) => {
    if (path === '/session/start') return daemon.post()(path, body);
    resolve(() => daemon.post()(path, body));
    return new Promise(() => {});
  };
  connect(daemon, browser, post).catch(reject);
  return promise;
}
