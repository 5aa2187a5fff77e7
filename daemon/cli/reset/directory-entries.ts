import { lstatSync, readdirSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { CommandFailure } from '../command-failure.ts';
import type { Entry } from './own-files.ts';

/** Everything in a data directory and in its folder of backups; no link is followed. Throws CommandFailure when the directory or its database is a link. */
export function directoryEntries(directory: string): Entry[] {
  const status = lstatSync(directory, { throwIfNoEntry: false });
  if (!status) return [];
  if (!status.isDirectory()) {
    throw new CommandFailure([
      `${directory} is no folder but a link or file: name the real folder with --data-dir. Nothing was removed.`,
    ]);
  }
  return readdirSync(directory).flatMap((name) => {
    const entry = { path: name, kind: kindOf(lstatSync(join(directory, name))) };
    if (entry.kind === 'link' && openedOnTheWay.test(name)) throw linked(join(directory, name));
    if (name !== 'backups' || entry.kind !== 'folder') return [entry];
    const inside = readdirSync(join(directory, name)).map((file) => ({
      path: `${name}/${file}`,
      kind: kindOf(lstatSync(join(directory, name, file))),
    }));
    return [entry, ...inside];
  });
}

/** What a reset itself must open: SQLite would follow a link there. */
const openedOnTheWay = /^(?:lock\.db|mailprobe\.db|backups)/;

function linked(path: string): CommandFailure {
  return new CommandFailure([
    `${path} is a link, which Mailprobe never makes: remove it. Nothing was removed.`,
  ]);
}

function kindOf(status: Stats): Entry['kind'] {
  if (status.isSymbolicLink()) return 'link';
  if (status.isDirectory()) return 'folder';
  return status.isFile() ? 'file' : 'other';
}
