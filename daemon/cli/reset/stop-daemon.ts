import { setTimeout as pause } from 'node:timers/promises';
import { type DirectoryLock, lockDataDirectory } from '../../store/lock.ts';
import { StoreError } from '../../store/store-error.ts';
import { openDaemon } from '../client/open-daemon.ts';
import { CommandFailure } from '../command-failure.ts';
import { exitCode } from '../exit-code.ts';
import type { DaemonPlace } from '../options/daemon-options.ts';

/** Longer than the daemon takes to cancel its tests and to close its files. */
const mostMs = 20_000;

/** The lock of the directory, after the daemon that held it was asked to end. Throws CommandFailure when it does not. */
export async function lockAfterStop(place: DaemonPlace): Promise<DirectoryLock> {
  const free = lockIfFree(place.directory);
  if (free) return free;
  await stop(place);
  const deadline = performance.now() + mostMs;
  while (performance.now() < deadline) {
    const lock = lockIfFree(place.directory);
    if (lock) return lock;
    await pause(100);
  }
  throw new CommandFailure([
    `The daemon of ${place.directory} still runs: end it (Ctrl-C in its terminal), then try again. Nothing was removed.`,
  ]);
}

async function stop(place: DaemonPlace): Promise<void> {
  try {
    const daemon = await openDaemon(place);
    await daemon.call('stop', {});
  } catch (error) {
    // It may have ended by itself meanwhile: the lock tells.
    if (!(error instanceof CommandFailure) || error.code !== exitCode.daemonNeeded) throw error;
  }
}

function lockIfFree(directory: string): DirectoryLock | undefined {
  try {
    return lockDataDirectory(directory);
  } catch (error) {
    if (error instanceof StoreError && error.kind === 'already_running') return undefined;
    throw error;
  }
}
