import { type Stats, lstatSync, mkdirSync, readdirSync, realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { diskReason } from './disk-reason.ts';
import { refuseOthersDirectory, repairWithin } from './others-directory.ts';
import { quoted } from './quoted-path.ts';
import { StoreError } from './store-error.ts';
import { usualDataDirectory } from './usual-data-directory.ts';

/**
 * The directory that holds everything the daemon keeps; made (0700) when it is not there. From here on
 * all the process creates is the owner's alone. Throws StoreError `directory_*` where somebody else
 * could read or write what lies there: the directory or anything in it is a symbolic link, not owned, or
 * open to the group or others; and where it is full of things that are not Mailprobe's.
 */
export function prepareDataDirectory(path: string = usualDataDirectory()): string {
  // Before the first open: SQLite takes the modes of -wal, -shm and backups from here.
  process.umask(0o077);
  const directory = resolve(path);
  try {
    makeDirectory(directory);
    refuseLink(directory);
    refuseOthersDirectory(directory);
    refuseUnsafe(directory, directory);
    for (const entry of readdirSync(directory, { recursive: true, encoding: 'utf8' }))
      refuseUnsafe(join(directory, entry), directory);
  } catch (error) {
    if (error instanceof StoreError) throw error;
    const reason = diskReason(error) ?? String(error);
    throw new StoreError(
      'directory_unusable',
      `The data directory cannot be used: ${directory}: ${reason}. Mend that, or name another one with --data-dir.`,
      { cause: error },
    );
  }
  return directory;
}

/** Node's own way with `recursive` never ends where a system refuses folders as /proc does: with ENOENT. */
function makeDirectory(path: string): void {
  if (isThere(path)) return;
  if (!isThere(dirname(path))) makeDirectory(dirname(path));
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    // Another start may have been faster.
    if (!isThere(path)) throw error;
  }
}

/** A link that leads nowhere is there, too. */
function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function refuseLink(directory: string): void {
  const status = lstatSync(directory);
  if (status.isSymbolicLink()) throw linked(`The data directory ${directory}`, directory, true);
}

function refuseUnsafe(path: string, directory: string): void {
  const status = lstatSync(path, { throwIfNoEntry: false });
  // Gone since it was listed: a daemon that is about to stop removes its -wal and -shm.
  if (!status) return;
  const what = path === directory ? `The data directory ${path}` : `${path} in the data directory`;
  if (status.isSymbolicLink()) throw linked(what, path, path === directory);
  const user = process.geteuid?.();
  // Windows has neither owner nor mode here; LOCALAPPDATA is the user's alone by what it inherits.
  if (user === undefined) return;
  if (status.uid !== user) throw foreign(what, status, directory);
  if ((status.mode & 0o077) !== 0) throw loose(what, status, directory);
}

function linked(what: string, path: string, isDirectory: boolean): StoreError {
  const repair = isDirectory
    ? `npx mailprobe start --data-dir ${quoted(realpathSync(path))}`
    : `rm ${quoted(path)}`;
  return new StoreError(
    'directory_link',
    `${what} is a symbolic link: whoever can change the link decides where the data goes. Name the real place instead.`,
    { repair },
  );
}

function foreign(what: string, { uid }: Stats, directory: string): StoreError {
  return new StoreError(
    'directory_foreign',
    `${what} belongs to another user (id ${uid}). Start Mailprobe as that user, or name a directory of your own.`,
    repairWithin(directory, 'sudo chown', '"$(id -u)"'),
  );
}

function loose(what: string, { mode }: Stats, directory: string): StoreError {
  const bits = (mode & 0o777).toString(8).padStart(4, '0');
  return new StoreError(
    'directory_loose',
    `${what} is open to other users (mode ${bits}).`,
    repairWithin(directory, 'chmod', 'u=rwX,go='),
  );
}
