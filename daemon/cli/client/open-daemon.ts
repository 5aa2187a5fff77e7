import { lstatSync } from 'node:fs';
import { ConnectionTrouble } from '../../../shared/connection-trouble.ts';
import { type DaemonClient, daemonClient } from '../../../shared/daemon-client.ts';
import { Refused } from '../../../shared/refusal.ts';
import { diskReason } from '../../store/disk-reason.ts';
import { cliIdentity, readDaemonPublicKey } from '../../store/key-files.ts';
import { NotPrivate } from '../../store/private-file.ts';
import { readListeningPort } from '../../store/listening-port.ts';
import { CommandFailure } from '../command-failure.ts';
import type { DaemonPlace } from '../options/daemon-options.ts';
import { daemonNeeded, failureOfRefusal, failureOfTrouble } from './daemon-failure.ts';
import { usualPort } from './start-hint.ts';

/** The running daemon of one data directory. Every call that fails throws CommandFailure. */
export interface OpenDaemon extends DaemonClient {
  readonly directory: string;
  readonly port: number;
}

/** Reads the keys of the place; whether the daemon runs shows with the first call. Throws CommandFailure. */
export async function openDaemon(asked: DaemonPlace): Promise<OpenDaemon> {
  const { directory } = asked;
  const never = `The Mailprobe daemon is not running, and was never started with the data folder ${directory}.`;
  if (!lstatSync(directory, { throwIfNoEntry: false })) throw daemonNeeded(never, asked);
  try {
    const key = await readDaemonPublicKey(directory);
    if (!key) throw daemonNeeded(never, asked);
    const port = asked.port ?? (await readListeningPort(directory)) ?? usualPort;
    const identity = await cliIdentity(directory);
    const client = daemonClient({ identity, daemon: { key, port }, origin: '' });
    return { directory, port, ...withSentences(client, { directory, port }) };
  } catch (error) {
    if (error instanceof NotPrivate) throw new CommandFailure([error.message]);
    const reason = diskReason(error);
    if (reason)
      throw new CommandFailure([`${directory}: the command line cannot keep its key there (${reason}).`]);
    throw error;
  }
}

function withSentences(client: DaemonClient, place: DaemonPlace): DaemonClient {
  const failure = (error: unknown): unknown => {
    if (error instanceof ConnectionTrouble) return failureOfTrouble(error, place);
    return error instanceof Refused ? failureOfRefusal(error.refusal) : error;
  };
  return {
    async call(name, body, secrets) {
      try {
        return await client.call(name, body, secrets);
      } catch (error) {
        throw failure(error);
      }
    },
    async *stream(name, body, signal) {
      try {
        yield* client.stream(name, body, signal);
      } catch (error) {
        throw failure(error);
      }
    },
  };
}
