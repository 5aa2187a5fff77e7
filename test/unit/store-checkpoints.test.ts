import { statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { checkpoints } from '../../daemon/store/checkpoints.ts';
import { databaseFile } from '../../daemon/store/database.ts';
import { connect } from '../../daemon/store/settings.ts';
import { logEntry } from '../store/examples.ts';
import { fileStore } from '../store/file-store.ts';
import { temporaryDirectory } from '../store/temporary-directory.ts';

/** With the header of each page. */
const pageBytes = 4_120;

test('the write-ahead log is brought into the file every thousand pages, and as soon as readers let it', async () => {
  const directory = temporaryDirectory();
  const path = join(directory, databaseFile);
  const { db, log } = await fileStore(directory);
  const pages = () => Math.round(statSync(`${path}-wal`).size / pageBytes);
  const pagesInUse = () => Number(db.prepare('PRAGMA wal_checkpoint(NOOP)').get()?.['log']);
  const writeBatches = (many: number) => {
    for (let n = 0; n < many; n += 1)
      log.append(Array.from({ length: 200 }, () => logEntry('x'.repeat(800))));
  };

  // Of some forty pages each.
  writeBatches(100);
  expect(pages()).toBeGreaterThan(990);
  expect(pages()).toBeLessThan(1_100);

  using reader = connect(path, { readOnly: true });
  reader.exec('BEGIN');
  const seen = reader.prepare('SELECT count(*) AS n FROM log').get()?.['n'];
  writeBatches(75);
  const grown = pages();
  expect(grown).toBeGreaterThan(3_000);
  // What the reader may still ask for stays where it is.
  expect(reader.prepare('SELECT count(*) AS n FROM log').get()?.['n']).toBe(seen);
  reader.exec('COMMIT');

  writeBatches(100);
  expect(pagesInUse()).toBeLessThan(1_100);
  expect(pages()).toBeLessThan(grown + 1_100);
});

/** Pages of the log that wait after so many commits of one row each, which is a page or two. */
function waitingAfter(commits: number, sqlite?: string): number {
  const db = new DatabaseSync(join(temporaryDirectory(), 'test.db'));
  onTestFinished(() => db.close());
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; CREATE TABLE rows (text TEXT)');
  const checkpoint = checkpoints(db, sqlite);
  const insert = db.prepare('INSERT INTO rows VALUES (?)');
  for (let at = 0; at < commits; at++) {
    insert.run('x'.repeat(3_000));
    checkpoint();
  }
  const { log, checkpointed } = db.prepare('PRAGMA wal_checkpoint(NOOP)').get() ?? {};
  return Number(log) - Number(checkpointed);
}

test.for([undefined, '3.49.1', '3.50.4', '3.51.0', '3.53.4', '4.0.0', ''])(
  'the log of SQLite %s is brought into the file now and then, not at every commit, and not never',
  (sqlite) => {
    expect(waitingAfter(100, sqlite)).toBeGreaterThan(100);
    expect(waitingAfter(1_500, sqlite)).toBeLessThan(1_100);
  },
);
