import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';

/** How many accounts a backup holds; `undefined` when it cannot be read. Its hash is not looked at. */
export function accountsInBackup({ path }: { path: string }): number | undefined {
  const url = pathToFileURL(path);
  // Else SQLite would leave a -wal and a -shm beside it.
  url.searchParams.set('immutable', '1');
  try {
    using db = new DatabaseSync(url, { readOnly: true, allowExtension: false, defensive: true });
    return countAccounts(db);
  } catch {
    return undefined;
  }
}

/** How many accounts an open database holds. Throws when it has no such table. */
export function countAccounts(db: DatabaseSync): number {
  const columns = db.prepare("SELECT name FROM pragma_table_info('accounts')").all();
  // A backup may be of the time before deletions could be undone.
  const there = columns.some(({ name }) => name === 'deleted_at') ? 'WHERE deleted_at IS NULL' : '';
  return Number(db.prepare(`SELECT count(*) AS n FROM accounts ${there}`).get()?.['n']);
}
