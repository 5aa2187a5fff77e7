import { onTestFinished } from 'vitest';
import { openDatabase } from '../../daemon/store/database.ts';
import { storeTables } from '../../daemon/store/tables.ts';

/** The tables on a real file, in this thread, so that a test reaches the database itself. */
export async function fileStore(directory: string) {
  const db = await openDatabase(directory);
  onTestFinished(() => {
    if (db.isOpen) db.close();
  });
  return { db, ...storeTables(db, directory) };
}
