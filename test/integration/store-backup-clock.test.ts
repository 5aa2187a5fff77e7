import { utimesSync } from 'node:fs';
import { expect, test } from 'vitest';
import { backUpDaily, backups } from '../../daemon/store/backup.ts';
import { restoreBackup } from '../../daemon/store/restore.ts';
import { lockDataDirectory } from '../../daemon/store/lock.ts';
import { logEntry } from '../store/examples.ts';
import { fileStore } from '../store/file-store.ts';
import { temporaryDirectory } from '../store/temporary-directory.ts';

/** A directory whose clock a test sets: what is backed up carries the date of that clock. */
async function ground() {
  const directory = temporaryDirectory();
  const { db, log } = await fileStore(directory);
  const labels = () => backups(directory).map(({ label }) => label.slice('daily-'.length));
  return {
    directory,
    db,
    log,
    labels,
    async backUpOn(day: string): Promise<void> {
      const now = new Date(`${day}T12:00:00.000Z`);
      const there = labels();
      log.append([logEntry(day)]);
      await backUpDaily(db, directory, now);
      for (const { label, path } of backups(directory))
        if (!there.includes(label.slice('daily-'.length))) utimesSync(path, now, now);
    },
  };
}

test('a backup by a clock that ran years ahead is the newest for its hour, and is restored in place of no later one', async () => {
  const { directory, db, labels, backUpOn } = await ground();
  for (const day of ['2026-11-21', '2026-11-22', '2030-05-01']) await backUpOn(day);
  expect(labels()).toEqual(['2030-05-01', '2026-11-22', '2026-11-21']);
  await backUpOn('2026-11-23');
  expect(labels()).toEqual(['2026-11-23', '2030-05-01', '2026-11-22', '2026-11-21']);
  db.close();
  using lock = lockDataDirectory(directory);
  expect((await restoreBackup(lock)).label).toBe('daily-2026-11-23');
});

test('it takes no place of the seven for longer than another', async () => {
  const { labels, backUpOn } = await ground();
  await backUpOn('2030-05-01');
  for (let day = 10; day < 17; day++) await backUpOn(`2026-11-${day}`);
  expect(labels()).toEqual([16, 15, 14, 13, 12, 11, 10].map((day) => `2026-11-${day}`));
});

test('a clock that is years behind makes a backup of its own, which outlives those made before', async () => {
  const { labels, backUpOn } = await ground();
  for (let day = 10; day < 17; day++) await backUpOn(`2026-11-${day}`);
  await backUpOn('2020-01-01');
  expect(labels()).toEqual(['2020-01-01', ...[16, 15, 14, 13, 12, 11].map((day) => `2026-11-${day}`)]);
  await backUpOn('2026-11-17');
  expect(labels().slice(0, 3)).toEqual(['2026-11-17', '2020-01-01', '2026-11-16']);
});
