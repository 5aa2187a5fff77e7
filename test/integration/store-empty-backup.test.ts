import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { accountsInBackup } from '../../daemon/store/backup-accounts.ts';
import { backUpDaily, backups } from '../../daemon/store/backup.ts';
import { prepareDataDirectory } from '../../daemon/store/data-directory.ts';
import { accountFields } from '../store/examples.ts';
import { fileStore } from '../store/file-store.ts';
import { temporaryDirectory } from '../store/temporary-directory.ts';
import { typing } from './cli-typing.ts';

test('a backup from before the first account is made again once there is one, and then not again', async () => {
  const directory = temporaryDirectory();
  const { db, accounts } = await fileStore(directory);
  const day = new Date();
  expect(await backUpDaily(db, directory, day)).toBe(true);
  expect(await backUpDaily(db, directory, day)).toBe(false);
  expect(backups(directory).map(accountsInBackup)).toEqual([0]);

  accounts.create(accountFields(accounts.newId()));
  expect(await backUpDaily(db, directory, day)).toBe(true);
  expect(await backUpDaily(db, directory, day)).toBe(false);
  expect(backups(directory).map(accountsInBackup)).toEqual([1]);
  // Looking into it has left nothing beside it.
  expect(readdirSync(join(directory, 'backups'))).toHaveLength(1);
});

test('a restore says how many accounts the backup holds and of when, before it asks', async () => {
  const directory = prepareDataDirectory(temporaryDirectory());
  const { db, accounts } = await fileStore(directory);
  accounts.create(accountFields(accounts.newId()));
  await backUpDaily(db, directory);
  db.close();
  const { code, screen } = await typing(['restore', '--data-dir', directory], [['Type yes: ', 'no\r']]);
  expect(code, screen).toBe(1);
  expect(screen).toMatch(/It holds 1 account, as of \d{4}-\d\d-\d\d \d\d:\d\d:\d\d \(.*\)\.[^]*Type yes: /);
  expect(screen).toContain('Nothing was changed.');
});
