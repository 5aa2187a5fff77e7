import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { backups } from './backup.ts';
import { migrate, refuseNewer } from './migrate.ts';
import type { Migration } from './migration.ts';
import { migrations as allMigrations } from './migrations.ts';
import { connect, useWriteAheadLog } from './settings.ts';
import { typedSqliteError } from './sqlite-error.ts';
import { StoreError } from './store-error.ts';

export const databaseFile = 'mailprobe.db';

interface Options {
  migrations?: readonly Migration[];
  onStep?: (step: string) => void;
}

/**
 * The database of a directory that this process has locked, checked and up to date. Throws StoreError
 * `database_missing`, `database_damaged` or `schema_newer`.
 */
export async function openDatabase(
  directory: string,
  { migrations = allMigrations, onStep }: Options = {},
): Promise<DatabaseSync> {
  const path = join(directory, databaseFile);
  // A new one in its place would hide the loss; SQLite takes an empty file for a new one as well.
  if (!statSync(path, { throwIfNoEntry: false })?.size && backups(directory).length > 0)
    throw missing(directory);
  let db: DatabaseSync | undefined;
  try {
    db = connect(path);
    refuseNewer(db, migrations);
    useWriteAheadLog(db);
    refuseDamaged(db);
    await migrate(db, { directory, migrations, ...(onStep ? { onStep } : {}) });
    return db;
  } catch (error) {
    db?.close();
    const typed = typedSqliteError(error);
    if (typed instanceof StoreError && typed.kind === 'database_damaged') throw damaged(directory, typed);
    throw typed;
  }
}

function refuseDamaged(db: DatabaseSync): void {
  const found = db.prepare('PRAGMA quick_check(1)').get()?.['quick_check'];
  if (found !== 'ok') throw new StoreError('database_damaged', String(found));
}

function damaged(directory: string, cause: StoreError): StoreError {
  return withRestore(
    'database_damaged',
    `The database in ${directory} is damaged, so Mailprobe does not use it.`,
    directory,
    cause,
  );
}

function missing(directory: string): StoreError {
  return withRestore(
    'database_missing',
    `The database in ${directory} is gone or empty, but its backups are there.`,
    directory,
  );
}

function withRestore(
  kind: 'database_damaged' | 'database_missing',
  sentence: string,
  directory: string,
  cause?: unknown,
): StoreError {
  const [newest] = backups(directory);
  return newest
    ? new StoreError(kind, `${sentence} The newest backup is of ${newest.createdAt}.`, {
        repair: 'npx mailprobe restore',
        cause,
      })
    : new StoreError(kind, `${sentence} There is no backup yet.`, { repair: 'npx mailprobe reset', cause });
}
