import { copyFileSync, constants, existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Backup, backups } from './backup.ts';
import { databaseFile } from './database.ts';
import { fileHash } from './file-hash.ts';
import type { DirectoryLock } from './lock.ts';
import { connect } from './settings.ts';
import { StoreError } from './store-error.ts';
import { syncDirectory, syncFile } from './sync-file.ts';

/**
 * Puts the newest backup whose hash holds (or the one of `label`) in the database's place, and tells
 * which. What was there is kept beside it as `damaged-…`. Throws StoreError `backup_damaged`. Killed
 * half-way it leaves the old database, or none, which the next start refuses with restore offered.
 */
export async function restoreBackup({ directory }: DirectoryLock, label?: string): Promise<Backup> {
  const chosen = await newestIntact(
    backups(directory).filter((it) => label === undefined || it.label === label),
  );
  const database = join(directory, databaseFile);
  const copy = join(directory, 'restored');
  for (const suffix of ['', '-wal', '-shm']) rmSync(copy + suffix, { force: true });
  copyFileSync(chosen.path, copy, constants.COPYFILE_FICLONE);
  bringBackDeleted(copy);
  syncFile(copy);
  const aside = `damaged-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`;
  // The database goes first and the copy comes last: a WAL is never beside a database it does not belong to.
  for (const suffix of ['', '-wal', '-shm']) {
    if (existsSync(database + suffix)) renameSync(database + suffix, join(directory, aside + suffix));
  }
  syncDirectory(directory);
  renameSync(copy, database);
  syncDirectory(directory);
  return chosen;
}

/** Else the next start purged what was deleted within the minutes before the backup, and is perhaps why it is restored. */
function bringBackDeleted(path: string): void {
  using db = connect(path);
  const columns = db.prepare("SELECT name FROM pragma_table_info('accounts')").all();
  // A backup may be of the time before deletions could be undone.
  if (columns.some(({ name }) => name === 'deleted_at')) db.exec('UPDATE accounts SET deleted_at = NULL');
}

/** The first whose hash holds. Throws StoreError `backup_damaged`. */
export async function newestIntact(candidates: readonly Backup[]): Promise<Backup> {
  for (const candidate of candidates) {
    // One after the other: the first that holds ends the search.
    if ((await fileHash(candidate.path)) === candidate.sha256) return candidate;
  }
  throw new StoreError(
    'backup_damaged',
    candidates.length === 0
      ? 'There is no such backup.'
      : 'No backup is intact: each differs from the hash it was stored with.',
  );
}
