import { rmdirSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { DirectoryLock } from '../../store/lock.ts';
import type { Entry } from './own-files.ts';

/** The file that the lock is held on. */
const lockFile = 'lock.db';

/**
 * Removes these entries of a locked directory: the lock's file last, after it was given free, since Windows removes no
 * open file. A link that has taken a file's place meanwhile is removed itself; nothing is followed.
 */
export function removeFiles(lock: DirectoryLock, entries: readonly Entry[]): void {
  const { directory } = lock;
  for (const { path, kind } of entries) {
    if (path === lockFile) continue;
    if (kind === 'folder') rmdirSync(join(directory, path));
    else unlinkIfThere(join(directory, path));
  }
  lock[Symbol.dispose]();
  unlinkIfThere(join(directory, lockFile));
  removeIfEmpty(directory);
}

/** What the store had open removes its own -wal and -shm when it closes. */
function unlinkIfThere(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}

function removeIfEmpty(directory: string): void {
  try {
    rmdirSync(directory);
  } catch (error) {
    if (!['ENOTEMPTY', 'EEXIST', 'EBUSY'].includes(codeOf(error))) throw error;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
