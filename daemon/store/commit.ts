import type { DatabaseSync } from 'node:sqlite';
import { typedSqliteError } from './sqlite-error.ts';

/** Runs a change as one transaction. What it returns is on disk; when it throws, nothing is changed. */
export function commit<T>(db: DatabaseSync, change: () => T): T {
  try {
    db.exec('BEGIN IMMEDIATE');
    const result = change();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    // SQLite may have rolled back by itself.
    if (db.isTransaction) db.exec('ROLLBACK');
    throw typedSqliteError(error);
  }
}
