import { DatabaseSync } from 'node:sqlite';

/** Opens the file with every setting said (security §6), whatever the defaults of a build are. */
export function connect(path: string, { readOnly = false } = {}): DatabaseSync {
  const db = new DatabaseSync(path, {
    readOnly,
    timeout: 5000,
    enableForeignKeyConstraints: true,
    enableDoubleQuotedStringLiterals: false,
    allowExtension: false,
    defensive: true,
  });
  try {
    for (const [name, value] of Object.entries(settings)) db.exec(`PRAGMA ${name} = ${value}`);
  } catch (error) {
    db.close();
    throw error;
  }
  return db;
}

const settings = {
  busy_timeout: 5000,
  foreign_keys: 'ON',
  trusted_schema: 'OFF',
  cell_size_check: 'ON',
  secure_delete: 'ON',
  // Sorting must not spill log lines into /tmp.
  temp_store: 'MEMORY',
  wal_autocheckpoint: 1000,
  // NORMAL can lose the last commits at a power loss.
  synchronous: 'FULL',
  // macOS: a plain fsync leaves the data in the drive's cache.
  fullfsync: 'ON',
  checkpoint_fullfsync: 'ON',
} as const;

/** Apart from the others since it writes to the file: a newer schema is left untouched. */
export function useWriteAheadLog(db: DatabaseSync): void {
  const mode = db.prepare('PRAGMA journal_mode = WAL').get()?.['journal_mode'];
  if (mode !== 'wal') throw new Error(`SQLite keeps its journal as ${String(mode)}, not as WAL.`);
}
