import { mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { type DatabaseSync, backup } from 'node:sqlite';
import { accountsInBackup, countAccounts } from './backup-accounts.ts';
import { fileHash } from './file-hash.ts';
import { connect } from './settings.ts';
import { typedSqliteError } from './sqlite-error.ts';
import { syncDirectory, syncFile } from './sync-file.ts';

export interface Backup {
  readonly path: string;
  /** `daily-2026-01-31`, or `before-schema-2`. */
  readonly label: string;
  readonly sha256: string;
  readonly createdAt: string;
}

const dailyBackups = 7;

/** A copy of the database as it is, under its label and hash; one of the same label is replaced. */
export async function backUp(db: DatabaseSync, directory: string, label: string): Promise<void> {
  const folder = backupFolder(directory);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const unfinished = join(folder, 'unfinished');
  rmSync(unfinished, { force: true });
  let name: string;
  try {
    await copySnapshot(db, unfinished);
    syncFile(unfinished);
    // The hash stands in the name, so that copy and hash come to be in one rename.
    name = `${label}.${await fileHash(unfinished)}.db`;
    renameSync(unfinished, join(folder, name));
  } catch (error) {
    // A disk that filled up meanwhile gets its room back.
    rmSync(unfinished, { force: true });
    throw typedSqliteError(error);
  }
  syncDirectory(folder);
  prune(directory, label, name);
}

async function copySnapshot(db: DatabaseSync, to: string): Promise<void> {
  const from = db.location();
  if (from === null) throw new Error('A database in memory has no file to copy.');
  // A connection of its own: the copy is made in another thread, and a write on the same connection fails it.
  using reader = connect(from, { readOnly: true });
  // What is written from here on is not in it, and does not make the copy begin anew.
  reader.exec('BEGIN');
  reader.prepare('SELECT count(*) FROM sqlite_schema').get();
  // Few pages a step, so that the disk is not taken from the requests.
  await backup(reader, to, { rate: 200 });
}

/**
 * Once a day of the calendar; of these the newest seven are kept. Made again when the newest was made before the first
 * account. False when there is nothing to do.
 */
export async function backUpDaily(db: DatabaseSync, directory: string, now = new Date()): Promise<boolean> {
  const label = `daily-${now.toISOString().slice(0, 10)}`;
  dateBack(backups(directory), now);
  const all = backups(directory);
  if (all.some((backup) => backup.label === label) && !isOutgrown(all[0], db)) return false;
  await backUp(db, directory, label);
  return true;
}

/** Those of a clock that ran ahead would be the newest for years: they become the newest until now, in their order. */
function dateBack(all: readonly Backup[], now: Date): void {
  const ofFuture = all.filter(({ createdAt }) => Date.parse(createdAt) > now.getTime());
  for (const [at, { path }] of ofFuture.entries()) {
    const date = new Date(now.getTime() - (at + 1) * 1000);
    utimesSync(path, date, date);
  }
}

function isOutgrown(newest: Backup | undefined, db: DatabaseSync): boolean {
  return newest !== undefined && countAccounts(db) > 0 && !accountsInBackup(newest);
}

/** Newest first. */
export function backups(directory: string): Backup[] {
  const folder = backupFolder(directory);
  return namesIn(folder)
    .flatMap((name) => {
      const [, label, sha256] = /^([a-z\d-]+)\.([\da-f]{64})\.db$/.exec(name) ?? [];
      if (label === undefined || sha256 === undefined) return [];
      const path = join(folder, name);
      return [{ path, label, sha256, createdAt: statSync(path).mtime.toISOString() }];
    })
    .toSorted((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt));
}

function prune(directory: string, label: string, kept: string): void {
  const all = backups(directory);
  const replaced = all.filter((backup) => backup.label === label && !backup.path.endsWith(kept));
  const daily = all.filter((backup) => backup.label.startsWith('daily-')).slice(dailyBackups);
  for (const { path } of [...replaced, ...daily]) rmSync(path, { force: true });
}

function backupFolder(directory: string): string {
  return join(directory, 'backups');
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
