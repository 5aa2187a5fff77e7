import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { lockDataDirectory } from '../../daemon/store/lock.ts';
import { openStore } from '../../daemon/store/store.ts';
import { accountFields, logEntry } from '../store/examples.ts';
import type { Gaps } from '../store/loop-gaps.ts';
import { temporaryDirectory } from '../store/temporary-directory.ts';
import { unprivileged } from '../store/unprivileged.ts';

vi.setConfig({ testTimeout: 60_000 });

const person = unprivileged();

test(
  '100,000 inserts and 1,000 pages never hold up the main thread for more than 20 ms',
  { timeout: 180_000 },
  async () => {
    const { lines, stderr } = await person.start('measure-loop', join(person.home(), 'data')).outcome;
    expect(stderr).toBe('');
    const figures = JSON.parse(lines[0] ?? '{}') as Gaps & {
      count: number;
      pageMs: number;
      insertsASecond: number;
    };
    console.log(lines[0]);
    expect(figures.count).toBe(100_000);
    expect(figures.turns).toBeGreaterThan(1000);
    // The thread's own time: how long the machine leaves it waiting is not ours.
    expect(figures.worstBusyMs).toBeLessThan(20);
  },
);

test('what is refused in the thread is refused outside, with kind and sentence', async () => {
  const store = await opened();
  await expect(store.accounts.passwordKeptIn('157425284611357796')).rejects.toMatchObject({
    name: 'StoreError',
    kind: 'not_found',
    message: 'There is no account with the id 157425284611357796.',
  });
  await expect(store.properties.set('mailprobe.test.every', -1)).rejects.toMatchObject({
    kind: 'value_refused',
  });
});

test('requests are answered in their order, and close waits for them', async () => {
  const store = await opened();
  const id = await store.accounts.newId();
  const answers = [
    store.accounts.create(accountFields(id)),
    store.log.append([logEntry('one')]),
    store.log.append([logEntry('two')]),
    store.accounts.list(),
    store.log.page({ limit: 9 }),
  ] as const;
  await store.close();
  const [, , , list, page] = await Promise.all(answers);
  expect(list.map((account) => account.id)).toEqual([id]);
  expect(page.map(({ message }) => message)).toEqual(['two', 'one']);
  await expect(store.accounts.list()).rejects.toMatchObject({ kind: 'store_gone' });
  expect(await store.ended).toBeUndefined();
});

test('a refusal of the start comes out of openStore', async () => {
  const directory = temporaryDirectory();
  writeFileSync(join(directory, 'mailprobe.db'), 'Dear Ada,\n'.repeat(1000));
  using lock = lockDataDirectory(directory);
  await expect(openStore(lock)).rejects.toMatchObject({ kind: 'database_damaged' });
});

test('a second lock on a directory is refused, and a released one can be taken', () => {
  const directory = temporaryDirectory();
  const first = lockDataDirectory(directory);
  expect(() => lockDataDirectory(directory)).toThrow(expect.objectContaining({ kind: 'already_running' }));
  first[Symbol.dispose]();
  first[Symbol.dispose]();
  using _second = lockDataDirectory(directory);
});

async function opened() {
  const lock = lockDataDirectory(temporaryDirectory());
  const store = await openStore(lock);
  onTestFinished(async () => {
    await store.close();
    lock[Symbol.dispose]();
  });
  return store;
}
