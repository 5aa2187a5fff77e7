import { randomBytes } from 'node:crypto';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { commit } from './commit.ts';

/** Room kept for what must be saved when the disk is full: pages inside the database, and a file beside it. */
export interface Reserve {
  /** Takes it anew, also where it was never given up: only a write tells whether there is room. False when there is none. */
  take: () => boolean;
  /** False when there was nothing left to give. */
  giveUp: () => boolean;
}

const pageBytes = 64 * 1024;
/** More than the write-ahead log grows to (1000 pages): with that it can be worked in, and is then used again. */
const fileBytes = 6 * 1024 * 1024;

export function reserveOf(db: DatabaseSync): Reserve {
  const location = db.location();
  const file = location === null ? undefined : `${location}-reserve`;
  return {
    take: () => takesFile(file) && succeeds(() => takePages(db)),
    giveUp() {
      const gave = file !== undefined && existsSync(file);
      if (gave) rmSync(file, { force: true });
      return succeeds(() => commit(db, () => db.exec('DELETE FROM reserve'))) || gave;
    },
  };
}

function takesFile(file: string | undefined): boolean {
  if (file === undefined || existsSync(file)) return true;
  // Random, since some file systems take no room for zeros.
  const written = succeeds(() => writeFileSync(file, randomBytes(fileBytes), { mode: 0o600 }));
  if (!written) rmSync(file, { force: true });
  return written;
}

function takePages(db: DatabaseSync): void {
  commit(db, () => db.exec(`INSERT INTO reserve VALUES (zeroblob(${pageBytes}))`));
  commit(db, () => db.exec('DELETE FROM reserve WHERE rowid < (SELECT max(rowid) FROM reserve)'));
}

/** Whatever the reason, what does not succeed has no room. */
function succeeds(attempt: () => void): boolean {
  try {
    attempt();
    return true;
  } catch {
    return false;
  }
}
