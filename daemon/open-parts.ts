import { once } from 'node:events';
import type { Server } from 'node:http';
import { openDaemonLog } from './daemon-log.ts';
import type { DaemonOptions } from './daemon-options.ts';
import { errorPlaces } from './error-places.ts';
import { type Api, openApi } from './http/api.ts';
import { refusalCounts } from './refusal-counts.ts';
import { openService } from './service/service.ts';
import { daemonIdentity, hasDaemonKey, readCliPublicKey } from './store/key-files.ts';
import type { Identity } from '../shared/session/identity.ts';
import type { Store } from './store/store.ts';

interface PartsOptions extends Omit<DaemonOptions, 'directory'> {
  readonly directory: string;
  readonly store: Promise<Store>;
  /** The one that it listens on. */
  readonly port: number;
}

/** Everything of the daemon behind its door. */
export interface OpenParts {
  readonly api: Api;
  readonly notices: readonly string[];
  /** How many browsers are paired. */
  readonly paired: number;
  readonly over: Promise<Error | undefined>;
  countRefusal(status: number): void;
  close(server: Server): Promise<void>;
}

/** In turn: what is asked for now, then the rest; together within the two seconds that a stop may take. */
const patienceMs = { lastReplies: 300, service: 800, store: 600 };

/** Services and API on a store that is about to open; from here on it is closed with them. Rejects with what cannot be opened; nothing is left open then. */
export async function openParts(options: PartsOptions): Promise<OpenParts> {
  const { directory, port, version, startCommand, terminal } = options;
  const reading = identityOf(directory);
  // Waited for below: both at once.
  reading.catch(() => undefined);
  const store = await options.store;
  try {
    const { identity, isNew } = await reading;
    const log = openDaemonLog(directory);
    const service = await openService({ store, directory, version, startCommand, log });
    const paired = (await service.clients.list()).length;
    // What a browser trusts is the key that is gone: with the new one it can never begin a session.
    const keyLost = isNew && paired > 0;
    const refusals = refusalCounts(log);
    const over = Promise.withResolvers<Error | undefined>();
    void store.ended.then(over.resolve);
    const onCrash = (error: unknown) => log.error(errorPlaces(error), 'crashed');
    process.on('uncaughtExceptionMonitor', onCrash);
    const api = openApi({
      service,
      identity,
      port,
      pairAgain: keyLost,
      cliKey: () => readCliPublicKey(directory),
      showCode: (code) => terminal.code(code),
      say: (sentence) => terminal.say(sentence),
      stop: () => over.resolve(undefined),
      log,
    });
    log.info({ version, port }, 'started');

    const notices = service.notices.length > 0 ? service.notices : [service.secrets.place().sentence.en];
    return {
      api,
      notices: keyLost ? [...notices, ...lostKey] : notices,
      paired,
      over: over.promise,
      countRefusal: (status) => refusals.count(status),
      async close(server) {
        const closed = once(server, 'close');
        server.close();
        api.close();
        await atMost(patienceMs.lastReplies, closed);
        server.closeAllConnections();
        await atMost(patienceMs.service, service.close());
        await atMost(patienceMs.store, store.close());
        refusals.close();
        log.info({}, 'stopped');
        process.off('uncaughtExceptionMonitor', onCrash);
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function identityOf(directory: string): Promise<{ identity: Identity; isNew: boolean }> {
  const isNew = !(await hasDaemonKey(directory));
  return { identity: await daemonIdentity(directory), isNew };
}

const lostKey = [
  'The key of this daemon (daemon.key) was gone, so a new one was made: the paired browsers trust the old one and cannot connect any more.',
  'Pair each of them again, the first with the code below and each other one with a code of "npx mailprobe pair"; or end the daemon, and put daemon.key back from a copy.',
];

async function atMost(ms: number, work: Promise<unknown>): Promise<void> {
  const patience = Promise.withResolvers<void>();
  const timer = setTimeout(patience.resolve, ms);
  await Promise.race([work.catch(() => undefined), patience.promise]);
  clearTimeout(timer);
}
