import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openDatabase } from '../../daemon/store/database.ts';
import type { StoreError } from '../../daemon/store/store-error.ts';
import { storeTables } from '../../daemon/store/tables.ts';
import { accountFields, logEntry } from '../store/examples.ts';
import { fileStore } from '../store/file-store.ts';
import { temporaryDirectory } from '../store/temporary-directory.ts';

const full = expect.objectContaining({ kind: 'disk_full' });

test('on a full disk reading goes on, accounts are still saved, the log waits, and all returns by itself', async () => {
  const { db, log, accounts, deletions, properties, housekeeping } = await fileStore(temporaryDirectory());
  const before = accounts.create(accountFields(accounts.newId(), 'Before'));
  db.exec('PRAGMA max_page_count = 100');
  const { written, refusal } = fillUp();
  expect(refusal).toMatchObject({ kind: 'disk_full', message: expect.stringMatching(/^The disk is full: /) });
  expect(written.length).toBeGreaterThan(100);
  expect(housekeeping.diskFull()).toBe(true);

  // The log is refused at once, also what would fit.
  expect(() => log.append([logEntry('')])).toThrow('the log is not written until there is room again');
  // Accounts come before logs: they have the reserve.
  const during = Array.from({ length: 20 }, (_, n) =>
    accounts.create(accountFields(accounts.newId(), `During ${n}`)),
  );
  properties.set('default.email.account.receive', before.id);
  deletions.remove([before.id], 1);
  expect(properties.all()['default.email.account.receive']).toBe('');

  // The reserve has an end as well: a typed refusal, and nothing is half-written.
  const crowd: string[] = [];
  expect(() => {
    for (;;) crowd.push(accounts.create({ ...accountFields(accounts.newId()), label: 'x'.repeat(2000) }).id);
  }).toThrow(full);
  expect(crowd.length).toBeGreaterThan(5);
  await delay(2500);
  expect(housekeeping.diskFull()).toBe(true);
  expect(log.page({ limit: 1 })).toEqual([written.at(-1)]);

  const begun = performance.now();
  db.exec('PRAGMA max_page_count = 1000');
  while (housekeeping.diskFull()) await delay(50);
  const recoveredMs = performance.now() - begun;
  console.log(`writing again ${Math.round(recoveredMs)} ms after there was room`);
  expect(recoveredMs).toBeLessThan(5000);
  written.push(...log.append([logEntry('after')]));

  expect(log.count()).toBe(written.length);
  expect(accounts.list().map(({ id }) => id)).toEqual([...during.map(({ id }) => id), ...crowd]);
  expect(db.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });

  function fillUp() {
    const written = [];
    try {
      for (;;) written.push(...log.append([logEntry('x'.repeat(500)), logEntry('y'.repeat(500))]));
    } catch (error) {
      return { written, refusal: error as StoreError };
    }
  }
}, 30_000);

test('a store that starts on a full disk can be read, and says that it is full', async () => {
  const directory = temporaryDirectory();
  const { db, accounts } = await fileStore(directory);
  const { id } = accounts.create(accountFields(accounts.newId()));
  db.exec('DELETE FROM reserve; VACUUM');
  db.close();
  const again = await openDatabase(directory);
  const { page_count: pages } = again.prepare('PRAGMA page_count').get() ?? {};
  again.exec(`PRAGMA max_page_count = ${Number(pages)}`);
  const tables = storeTables(again, directory);
  expect(tables.housekeeping.diskFull()).toBe(true);
  expect(tables.accounts.get(id)?.name).toBe('Work');
  expect(() => tables.log.append([logEntry()])).toThrow(full);
  again.close();
});
