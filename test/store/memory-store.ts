import { DatabaseSync } from 'node:sqlite';
import { onTestFinished } from 'vitest';
import { migrations } from '../../daemon/store/migrations.ts';
import { storeTables } from '../../daemon/store/tables.ts';

/** The tables on a database that is nowhere but in memory, and the SQL they prepared; gone with the test. */
export function memoryStore() {
  const store = openMemoryStore();
  onTestFinished(() => store.db.close());
  return store;
}

/** The same for many tests, who close it. */
export function openMemoryStore() {
  const db = new DatabaseSync(':memory:');
  for (const { up } of migrations) up(db);
  const statements: string[] = [];
  const prepare = db.prepare.bind(db);
  db.prepare = (sql, options) => {
    statements.push(sql);
    return prepare(sql, options);
  };
  return { db, statements, ...storeTables(db, '/nowhere') };
}
