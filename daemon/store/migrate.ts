import type { DatabaseSync } from 'node:sqlite';
import { backUp } from './backup.ts';
import type { Migration } from './migration.ts';
import { StoreError } from './store-error.ts';

interface Options {
  directory: string;
  migrations: readonly Migration[];
  /** Told before each step, by its name. */
  onStep?: (step: string) => void;
}

/** Brings the schema up to date: a backup first when there is data, then all that is missing in one transaction. */
export async function migrate(db: DatabaseSync, { directory, migrations, onStep }: Options): Promise<void> {
  const version = schemaVersion(db);
  if (version === migrations.length) return;
  if (version > 0) {
    onStep?.('backup');
    await backUp(db, directory, `before-schema-${migrations.length}`);
  }
  onStep?.('begin');
  db.exec('BEGIN IMMEDIATE');
  try {
    for (const migration of migrations.slice(version)) {
      onStep?.(migration.name);
      migration.up(db);
    }
    onStep?.('version');
    db.exec(`PRAGMA user_version = ${migrations.length}`);
    onStep?.('commit');
    db.exec('COMMIT');
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
  onStep?.('done');
}

/** Throws StoreError `schema_newer`; nothing is changed before. */
export function refuseNewer(db: DatabaseSync, migrations: readonly Migration[]): void {
  const version = schemaVersion(db);
  if (version <= migrations.length) return;
  throw new StoreError(
    'schema_newer',
    `The data was written by a newer Mailprobe (schema ${version}; this one knows ${migrations.length}). Update Mailprobe; nothing was changed.`,
    { repair: 'git pull && npm start' },
  );
}

function schemaVersion(db: DatabaseSync): number {
  return Number(db.prepare('PRAGMA user_version').get()?.['user_version']);
}
