import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { isBusy } from './sqlite-error.ts';
import { StoreError } from './store-error.ts';

/** Proof that this process alone serves the directory. */
export interface DirectoryLock extends Disposable {
  readonly directory: string;
}

/**
 * Takes the directory for this process until it ends or the lock is disposed; the kernel frees it after
 * a crash. Throws StoreError `already_running`.
 */
export function lockDataDirectory(directory: string): DirectoryLock {
  const file = new DatabaseSync(join(directory, 'lock.db'), { timeout: waitMs });
  try {
    // Nothing is ever written, so there is no journal to leave behind.
    file.exec('PRAGMA journal_mode = MEMORY');
    file.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    file.close();
    if (!isBusy(error)) throw error;
    throw new StoreError('already_running', `Another Mailprobe daemon already serves ${directory}.`, {
      repair: 'npx mailprobe status',
      cause: error,
    });
  }
  held.add(file);
  return {
    directory,
    [Symbol.dispose]: () => {
      if (held.delete(file)) file.close();
    },
  };
}

/** Two that start at the same moment can refuse each other once; who waits a little, sees one win. */
const waitMs = 500;

/** A database that nobody refers to is collected, and its lock with it. */
const held = new Set<DatabaseSync>();
