import { userInfo } from 'node:os';
import type { DatabaseSync } from 'node:sqlite';
import type { Id } from '../../shared/id.ts';
import type { Transactions } from './transactions.ts';

/** Who stands behind what is done by hand: one person per data directory (contract §1). */
export interface Person {
  id: Id;
  /** Login name of the OS. */
  username: string;
}

interface Parts {
  db: DatabaseSync;
  newId: () => Id;
  transactions: Transactions;
}

/** The person, known by a new id at the first start, and by today's login name. */
export function personTable({ db, newId, transactions: { write } }: Parts) {
  const select = db.prepare('SELECT CAST(id AS TEXT) AS id, login FROM person');
  const insert = db.prepare('INSERT INTO person (id, login) VALUES (?, ?)');
  const rename = db.prepare('UPDATE person SET login = ?');
  const username = loginName();
  const row = select.get();
  if (!row) write(() => insert.run(BigInt(newId()), username));
  else if (row['login'] !== username) write(() => rename.run(username));

  return {
    get: (): Person => ({ id: String(select.get()?.['id']), username }),
  };
}

function loginName(): string {
  try {
    return userInfo().username;
  } catch {
    // A user id without an entry in the system's list, as in some containers.
    return `uid ${process.geteuid?.() ?? 'unknown'}`;
  }
}
