import { getRequestListener } from '@hono/node-server';
import { routes } from '../../shared/routes.ts';
import { fromBase64url } from '../../shared/session/base64url.ts';
import type { DaemonRequest } from '../../shared/session/daemon-request.ts';
import { clientIdOf, type Identity } from '../../shared/session/identity.ts';
import { pairingDaemon } from '../../shared/session/pairing-daemon.ts';
import { sessionDaemon } from '../../shared/session/session-daemon.ts';
import type { KnownClient } from '../../shared/session/session-table.ts';
import { type Bytes, randomBytes } from '../../shared/session/web-crypto.ts';
import type { OperationalLog } from '../operational-log.ts';
import type { Service } from '../service/service.ts';
import { mountedRoutes } from './app.ts';
import { makeHandlers } from './handlers.ts';
import type { Behind } from './listener.ts';
import { openRoutes } from './open-routes.ts';
import type { Passed } from './passed.ts';
import { routeRules } from './route-rule.ts';

export interface ApiOptions {
  readonly service: Service;
  readonly identity: Identity;
  /** The one that the daemon listens on. */
  readonly port: number;
  /** The command line's public key, looked up at each of its sessions. */
  readonly cliKey: () => Promise<Bytes | undefined>;
  /** A pairing code for the terminal, and for nothing else. */
  readonly showCode: (code: string) => void;
  /** A sentence for the terminal. */
  readonly say: (sentence: string) => void;
  /** No paired browser can connect any more. */
  readonly pairAgain: boolean;
  /** A client asks the daemon to stop. */
  readonly stop: () => void;
  readonly log: OperationalLog;
}

export interface Api extends Behind<DaemonRequest> {
  /** While no browser is paired, or none can connect, a code stands on the terminal. */
  offerPairing(): Promise<void>;
  /** Cuts the streams. */
  close(): void;
}

const sweepMs = 30_000;

/** Everything behind the gate: pairing, sessions, and the route table on the service. */
export function openApi(options: ApiOptions): Api {
  const { service, identity, port, pairAgain, cliKey, showCode, say, stop, log } = options;
  const nowMs = () => performance.now();
  const shared = { identity, port, nowMs, bootId: randomBytes(16) };
  const pairing = pairingDaemon({ ...shared, showCode });
  const sessions = sessionDaemon({ ...shared, findClient });
  const stopping = new AbortController();
  const app = mountedRoutes({
    handlers: makeHandlers({ service, sessions, pairing, stop }),
    open: openRoutes({ pairing, sessions, clients: service.clients, nowMs, say }),
    log,
    stopping: stopping.signal,
  });
  const passing = new WeakMap<object, Passed>();
  const adapter = getRequestListener(
    (request, { incoming }) => {
      const passed = passing.get(incoming);
      if (!passed) throw new TypeError('The request did not come through the gate.');
      return app.fetch(request, passed);
    },
    { overrideGlobalObjects: false },
  );
  const sweeper = setInterval(() => sessions.sweep(), sweepMs).unref();

  return {
    routes: routeRules(routes),
    mayCome: (origin) => service.clients.isPaired(origin) || pairing.isListening(),
    admit: (authorization, origin) => sessions.admit(authorization, origin),
    async prove(authorization, request) {
      const proven = await sessions.prove(authorization, request);
      if (proven.client.origin !== '') void service.clients.touch(proven.client.id);
      return proven;
    },
    async serve(request, response, admitted) {
      passing.set(request, { admitted, response });
      await adapter(request, response);
    },
    async offerPairing() {
      if (pairAgain || (await service.clients.list()).length === 0) pairing.stand();
    },
    close() {
      clearInterval(sweeper);
      stopping.abort();
    },
  };

  async function findClient(id: string): Promise<KnownClient | undefined> {
    const client = await service.clients.find(id);
    const key = client && fromBase64url(client.publicKey);
    if (client && key) return { id, key, origin: client.origin };
    const cli = await cliKey();
    return cli && (await clientIdOf(cli)) === id ? { id, key: cli, origin: '' } : undefined;
  }
}
