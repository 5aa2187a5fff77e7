import { lstatSync, readdirSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { isOwnName, ownFolder } from './own-names.ts';
import { quoted } from './quoted-path.ts';
import { StoreError } from './store-error.ts';

/**
 * Throws StoreError `directory_of_others` where a directory never was Mailprobe's and holds anything that is not: a
 * repair of modes and owners would change the files of somebody else.
 */
export function refuseOthersDirectory(directory: string): void {
  const names = namesIn(directory);
  // One that may not be looked at is refused for its owner.
  if (!names || isOurs(names)) return;
  if (names.every((name) => isOwnName(name) || name === ownFolder)) return;
  const place = isUsersFolder(directory) ? join(directory, 'mailprobe') : undefined;
  const such = place === undefined ? ', or leave --data-dir out' : `, such as ${place}`;
  throw new StoreError(
    'directory_of_others',
    `${directory} is not a Mailprobe data directory: name an empty or new one${such}.`,
    { repair: `npx mailprobe start${place === undefined ? '' : ` --data-dir ${quoted(place)}`}` },
  );
}

/**
 * The command that mends a directory of ours and all below it. None for the root or the person's home, and none where
 * nobody can tell whose the directory is.
 */
export function repairWithin(directory: string, command: string, change: string): { repair?: string } {
  if (isBeyondRepair(directory)) return {};
  const names = namesIn(directory);
  if (!names) return {};
  const recursive = names.length > 0 ? ' -R' : '';
  return { repair: `${command}${recursive} ${change} ${quoted(directory)}` };
}

function isOurs(names: readonly string[]): boolean {
  return names.includes('mailprobe.db') || names.includes('lock.db');
}

/** `undefined` when we may not look. */
function namesIn(directory: string): string[] | undefined {
  try {
    return readdirSync(directory);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EACCES') return undefined;
    throw error;
  }
}

/** The root, the home directory, or a folder above it. */
function isBeyondRepair(directory: string): boolean {
  const real = realpathSync(directory);
  const below = real.endsWith(sep) ? real : real + sep;
  return [realHome(), homedir()].some((home) => `${home}${sep}`.startsWith(below));
}

function realHome(): string {
  try {
    return realpathSync(homedir());
  } catch {
    return homedir();
  }
}

/** A system's own folder, such as the root, is no place for more. */
function isUsersFolder(directory: string): boolean {
  const user = process.geteuid?.();
  return dirname(directory) !== directory && (user === undefined || lstatSync(directory).uid === user);
}
