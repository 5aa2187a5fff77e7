import {
  copyFileSync,
  existsSync,
  readFileSync,
  readdirSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { backUp, backUpDaily, backups } from '../../daemon/store/backup.ts';
import { openDatabase } from '../../daemon/store/database.ts';
import { fileHash } from '../../daemon/store/file-hash.ts';
import { lockDataDirectory } from '../../daemon/store/lock.ts';
import { restoreBackup } from '../../daemon/store/restore.ts';
import { accountFields, logEntry } from '../store/examples.ts';
import { fileStore } from '../store/file-store.ts';
import { temporaryDirectory } from '../store/temporary-directory.ts';

vi.setConfig({ testTimeout: 60_000 });

const damages: [what: string, damage: (path: string) => void][] = [
  ['an overwritten header', (path) => overwrite(path, 0, 100)],
  ['an overwritten schema page', (path) => overwrite(path, 100, 3000)],
  ['overwritten pages in the middle', (path) => overwrite(path, 40 * 4096, 20 * 4096)],
  ['a file cut to half', (path) => truncateSync(path, Math.floor(readFileSync(path).length / 8192) * 4096)],
  ['a text file', (path) => writeFileSync(path, 'Dear Ada,\n'.repeat(1000))],
];
const gone: typeof damages = [
  ['a missing file', (path) => rmSync(path)],
  ['an empty file', (path) => truncateSync(path)],
];

describe.each([...damages, ...gone])('%s', (what, damage) => {
  test('is refused with restore offered, and restored from the backup', async () => {
    const { directory, path, ids } = await damagedDirectory(damage);
    const damaged = existsSync(path) ? readFileSync(path, 'base64') : undefined;
    const begun = performance.now();
    await expect(openDatabase(directory)).rejects.toMatchObject({
      kind: gone.some(([name]) => name === what) ? 'database_missing' : 'database_damaged',
      message: expect.stringMatching(/The newest backup is of \d{4}-/),
      repair: 'npx mailprobe restore',
    });
    if (damaged !== undefined) expect(readFileSync(path, 'base64')).toBe(damaged);
    using lock = lockDataDirectory(directory);
    expect((await restoreBackup(lock)).label).toMatch(/^daily-/);
    const { log } = await fileStore(directory);
    expect(performance.now() - begun).toBeLessThan(10_000);
    expect(log.page({ limit: 500 }).map(({ id }) => id)).toEqual(ids.toReversed());
    // What was there is kept.
    const kept = readdirSync(directory).find((name) => /^damaged-[\dTZ-]+$/.test(name));
    expect(kept === undefined ? undefined : readFileSync(join(directory, kept), 'base64')).toBe(damaged);
  });
});

test('without a backup the sentence says so', async () => {
  const directory = temporaryDirectory();
  writeFileSync(join(directory, 'mailprobe.db'), 'Dear Ada,\n'.repeat(1000));
  await expect(openDatabase(directory)).rejects.toMatchObject({
    kind: 'database_damaged',
    message: expect.stringContaining('There is no backup yet.'),
  });
  using lock = lockDataDirectory(directory);
  await expect(restoreBackup(lock)).rejects.toMatchObject({ kind: 'backup_damaged' });
});

test('a backup that no longer has its hash is passed over for an older one', async () => {
  const directory = temporaryDirectory();
  const { db, log } = await fileStore(directory);
  const ids = log.append([logEntry()]).map(({ id }) => id);
  await backUpDaily(db, directory, new Date('2026-01-01'));
  log.append([logEntry()]);
  await backUpDaily(db, directory, new Date('2026-01-02'));
  db.close();
  for (const { path, label } of backups(directory)) {
    const day = new Date(label.slice('daily-'.length));
    if (label === 'daily-2026-01-02') overwrite(path, 5000, 1);
    utimesSync(path, day, day);
  }
  using lock = lockDataDirectory(directory);
  expect((await restoreBackup(lock)).label).toBe('daily-2026-01-01');
  const restored = await fileStore(directory);
  expect(restored.log.page({ limit: 9 }).map(({ id }) => id)).toEqual(ids);
  await expect(restoreBackup(lock, 'daily-2026-01-02')).rejects.toMatchObject({ kind: 'backup_damaged' });
});

test('an account that was just deleted when the backup was made comes back with it', async () => {
  const directory = temporaryDirectory();
  const { db, accounts, deletions } = await fileStore(directory);
  const { id } = accounts.create(accountFields(accounts.newId()));
  deletions.remove([id], Date.now());
  await backUp(db, directory, 'daily-2026-01-01');
  db.close();
  using lock = lockDataDirectory(directory);
  await restoreBackup(lock);
  const restored = await fileStore(directory);
  expect(restored.accounts.list().map((account) => account.id)).toEqual([id]);
  expect(restored.deletions.newest()).toBe(0);
  expect(readdirSync(directory).filter((name) => name.startsWith('restored'))).toEqual([]);
});

test('a restore that was killed half-way is offered again', async () => {
  const { directory, path, ids } = await damagedDirectory((path) => rmSync(path));
  // What is left when the copy was made and the old database put aside.
  copyFileSync(backups(directory)[0]?.path ?? '', join(directory, 'restored'));
  writeFileSync(`${path}-wal`, 'stale');
  await expect(openDatabase(directory)).rejects.toMatchObject({ kind: 'database_missing' });
  using lock = lockDataDirectory(directory);
  await restoreBackup(lock);
  const { log } = await fileStore(directory);
  expect(log.page({ limit: 500 }).map(({ id }) => id)).toEqual(ids.toReversed());
});

describe('backups', () => {
  test('are made once a day, under the hash of what they hold, and the newest seven stay', async () => {
    const directory = temporaryDirectory();
    const { db, log } = await fileStore(directory);
    for (let day = 1; day <= 10; day++) {
      log.append([logEntry()]);
      const now = new Date(Date.UTC(2026, 0, day, 12));
      expect(await backUpDaily(db, directory, now)).toBe(true);
      expect(await backUpDaily(db, directory, now)).toBe(false);
      for (const { path, label } of backups(directory)) {
        const made = new Date(label.slice('daily-'.length));
        utimesSync(path, made, made);
      }
    }
    const all = backups(directory);
    expect(all.map(({ label }) => label)).toEqual(
      [10, 9, 8, 7, 6, 5, 4].map((day) => `daily-2026-01-${String(day).padStart(2, '0')}`),
    );
    for (const { path, sha256 } of all) expect(await fileHash(path)).toBe(sha256);
    expect(readdirSync(join(directory, 'backups'))).toHaveLength(7);
  });

  test('hold what was there when they began, whatever is written meanwhile', async () => {
    const directory = temporaryDirectory();
    const { db, log } = await fileStore(directory);
    for (let n = 0; n < 100; n++) log.append(Array.from({ length: 100 }, () => logEntry('x'.repeat(200))));
    let done = false;
    let meanwhile = 0;
    const writeMeanwhile = async () => {
      while (!done) {
        log.append([logEntry(`pair ${++meanwhile}`), logEntry(`pair ${meanwhile}`)]);
        await new Promise((resolve) => setImmediate(resolve));
      }
    };
    await Promise.all([backUp(db, directory, 'busy').finally(() => (done = true)), writeMeanwhile()]);
    expect(meanwhile).toBeGreaterThan(0);
    expect(log.count()).toBe(10_000 + 2 * meanwhile);
    db.close();
    using lock = lockDataDirectory(directory);
    await restoreBackup(lock);
    const restored = await fileStore(directory);
    expect(restored.db.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
    expect(restored.log.count()).toBe(10_000);
  });
});

async function damagedDirectory(damage: (path: string) => void) {
  const directory = temporaryDirectory();
  const { db, log } = await fileStore(directory);
  const ids = Array.from({ length: 5 }, () =>
    log.append(Array.from({ length: 100 }, () => logEntry('x'.repeat(1000)))),
  )
    .flat()
    .map(({ id }) => id);
  await backUpDaily(db, directory);
  db.close();
  const path = join(directory, 'mailprobe.db');
  damage(path);
  return { directory, path, ids };
}

function overwrite(path: string, from: number, length: number): void {
  const bytes = readFileSync(path);
  for (let at = from; at < Math.min(from + length, bytes.length); at++) bytes[at] = (bytes[at] ?? 0) ^ 0xa5;
  writeFileSync(path, bytes);
}
