import type { Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DaemonRequest } from '../shared/session/daemon-request.ts';
import type { DaemonOptions } from './daemon-options.ts';
import { type Behind, listen } from './http/listener.ts';
import { portTaken } from './port-taken.ts';
import { refuseInspector } from './refuse-inspector.ts';
import type { OpenParts } from './open-parts.ts';
import { prepareDataDirectory } from './store/data-directory.ts';
import { writeListeningPort } from './store/listening-port.ts';
import { lockDataDirectory } from './store/lock.ts';

export interface RunningDaemon {
  readonly port: number;
  readonly directory: string;
  /** Resolves when a client has asked the daemon to stop, or with what it cannot go on without. */
  readonly over: Promise<Error | undefined>;
  /** Ends runs and streams, and closes everything; what does not end in time is left behind. */
  stop(): Promise<void>;
}

/**
 * Starts the daemon: directory, lock, door, store, services. Rejects with a sentence for the person (`StoreError`,
 * `NotPrivate`, `StartTrouble`); nothing is left open or locked then.
 */
export async function startDaemon(options: DaemonOptions): Promise<RunningDaemon> {
  refuseInspector(process);
  // Before the first open of a file, for its umask.
  const lock = lockDataDirectory(prepareDataDirectory(options.directory));
  const { directory } = lock;
  const behind = Promise.withResolvers<Behind<DaemonRequest>>();
  // Requests that wait for it are refused; nobody else needs to hear of it.
  behind.promise.catch(() => undefined);
  const refused = { count: (_status: number) => {} };
  let server: Server | undefined;
  let parts: OpenParts | undefined;
  try {
    const door = await listen({
      port: options.port,
      behind: behind.promise,
      onRefused: (status) => refused.count(status),
    }).catch((error: unknown) => {
      throw isTaken(error) ? portTaken(options.port, process.platform, error) : error;
    });
    ({ server } = door);
    const { port } = door;
    // The thread needs longer than all that is loaded here, so that whoever knocks meanwhile is answered first.
    const { openStore } = await import('./store/store.ts');
    const store = openStore(lock, { onUpgrade: () => options.terminal.say(upgrading) });
    store.catch(() => undefined);
    await sleep(firstKnockMs);
    // The daemon serves as well without it: then the command line takes the usual port, or is told.
    const noted = writeListeningPort(directory, port).catch(() => undefined);
    const { openParts } = await import('./open-parts.ts');
    const opened = await openParts({ ...options, directory, store, port });
    parts = opened;
    refused.count = (status) => opened.countRefusal(status);
    await noted;
    behind.resolve(opened.api);
    const { notices, paired } = opened;
    options.terminal.ready({ port, directory, notices, paired });
    await opened.api.offerPairing();
    return {
      port,
      directory,
      over: opened.over,
      async stop() {
        await opened.close(door.server);
        lock[Symbol.dispose]();
      },
    };
  } catch (error) {
    behind.reject(error);
    if (parts && server) await parts.close(server);
    else server?.close().closeAllConnections();
    lock[Symbol.dispose]();
    throw error;
  }
}

const upgrading =
  'The data is of an earlier Mailprobe: it is backed up and brought up to date. A long Main Log takes up to a minute.';

/** Time for the first requests, before the process is busy with loading. */
const firstKnockMs = 10;

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}
