import { expect, inject, test } from 'vitest';
import { Secret } from '../../daemon/secret.ts';
import type { LogRecord } from '../../shared/log.ts';
import { smallUser } from '../servers/real/users.ts';
import { scriptedServer } from '../servers/scripted-server.ts';
import { handClock } from '../service/hand-clock.ts';
import {
  eventsOf,
  formOf,
  savedAccount,
  type ServiceOnDisk,
  serviceOnDisk,
} from '../service/service-on-disk.ts';

const { ports } = inject('realServers');
const target = {
  type: 'imap',
  security: 'ssl',
  port: ports.imaps,
  ...smallUser,
  password: 'not-the-password',
  settings: { insecure: true },
} as const;
const sentence = 'Sign-in was refused again and again; another try may lock the account.';
const minute = 60_000;

test('two logins that Dovecot refused guard the account, also after a restart', async () => {
  const ground = await serviceOnDisk();
  const id = await savedAccount(ground, target, 'Sales\u202e');
  const other = await savedAccount(ground, { ...target, password: smallUser.password }, 'Support');
  await testOf(ground, id);
  expect((await ground.service.accounts.get(id)).guarded).toBeUndefined();
  await testOf(ground, id);
  expect(await ground.service.accounts.get(id)).toMatchObject({ guarded: true });
  await ground.close();

  const next = await serviceOnDisk({ directory: ground.directory });
  const { tests, accounts } = next.service;
  await expect(tests.start(id)).rejects.toMatchObject({ refusal: { kind: 'guarded', message: sentence } });
  const { connection } = formOf(target);
  await expect(tests.startDraft({ accountId: id, connection })).rejects.toMatchObject({
    refusal: { kind: 'guarded' },
  });
  const { started, skipped } = await tests.startAll();
  expect(started.map(({ accountId }) => accountId)).toEqual([other]);
  expect(skipped.map(({ accountId, reason }) => [accountId, reason.en])).toEqual([[id, sentence]]);
  expect((await tests.startAll([id])).started).toEqual([]);
  await Promise.all(started.map(({ testId }) => eventsOf(next, testId)));
  expect(await warnings(next)).toEqual(
    Array.from({ length: 2 }, () => [
      'System',
      id,
      `Account Sales\\u202e is left out of a test of several: ${sentence}`,
    ]),
  );
  const listed = (await accounts.list()).accounts.map(({ account, guarded }) => [account.id, guarded]);
  expect(new Map(listed as [string, boolean | undefined][])).toEqual(
    new Map([
      [id, true],
      [other, undefined],
    ]),
  );
});

test('a person may test a guarded account anyway; one that passes lifts it', async () => {
  const ground = await serviceOnDisk();
  const id = await savedAccount(ground, target);
  await testOf(ground, id);
  await testOf(ground, id);
  await testOf(ground, id, { anyway: true });
  expect(await ground.service.accounts.get(id)).toMatchObject({
    guarded: true,
    lastTest: { verdict: 'failed' },
  });
  const right = new Secret(smallUser.password);
  const changed = await ground.service.accounts.change(id, formOf(target), right);
  expect(changed.guarded).toBeUndefined();
  const { testId } = await ground.service.tests.start(id);
  expect((await eventsOf(ground, testId)).at(-1)).toMatchObject({ verdict: 'passed' });
});

test('a draft that logs in with the stored password counts, a typed password does not', async () => {
  const ground = await serviceOnDisk();
  const { service } = ground;
  const id = await savedAccount(ground, target);
  const { connection } = formOf(target);
  const draft = async (password?: Secret) => {
    const { testId } = await service.tests.startDraft({
      accountId: id,
      connection: { ...connection, debug: true },
      password,
    });
    await eventsOf(ground, testId);
  };
  for (let times = 0; times < 3; times++) await draft(new Secret('typed and wrong'));
  expect((await service.accounts.get(id)).guarded).toBeUndefined();
  await draft();
  await draft();
  expect((await service.accounts.get(id)).guarded).toBe(true);
  await draft(new Secret('typed and wrong'));
});

test('tests that are started together are no way around the guard', async () => {
  const ground = await serviceOnDisk();
  const { tests } = ground.service;
  const id = await savedAccount(ground, target);
  const same = await Promise.all(Array.from({ length: 6 }, () => tests.start(id)));
  expect(new Set(same.map(({ testId }) => testId)).size).toBe(1);
  const { connection } = formOf(target);
  const others = await Promise.allSettled([
    tests.startAll([id]),
    tests.start(id, { debug: true }),
    tests.startDraft({ accountId: id, connection: { ...connection, allowPlain: true } }),
    tests.startDraft({ accountId: id, connection: { ...connection, allowPlain: true, debug: true } }),
  ]);
  const reasons = others.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
  expect(reasons).toHaveLength(2);
  for (const reason of reasons) expect(reason).toMatchObject({ refusal: { kind: 'guarded' } });
  await expect.poll(() => tests.running().runs, { timeout: 20_000, interval: 20 }).toEqual([]);
  const { records } = await ground.service.log.page({ limit: 500 });
  const refused = records.filter(({ message }) => message.startsWith('Stage login failed'));
  expect(refused, records.map(({ message }) => message).join('\n')).toHaveLength(2);
});

test('a test that waits for its turn can be cancelled, and holds up no other', async () => {
  const ground = await serviceOnDisk();
  const { tests } = ground.service;
  const id = await savedAccount(ground, { ...target, password: smallUser.password });
  const { testId } = await tests.start(id);
  const waiting = tests.start(id, { debug: true });
  const waits = () => tests.running().runs.find((run) => run.testId !== testId)?.testId;
  await expect.poll(waits, { interval: 1 }).toBeDefined();
  expect(tests.cancel([waits() ?? '']).cancelled).toHaveLength(1);
  expect((await eventsOf(ground, (await waiting).testId)).at(-1)).toMatchObject({ verdict: 'cancelled' });
  const next = await tests.start(id, { debug: true });
  expect((await eventsOf(ground, next.testId)).at(-1)).toMatchObject({ verdict: 'passed' });
});

test('refused logins of a form count with the account that is saved with their password', async () => {
  const ground = await serviceOnDisk();
  const { connection } = formOf(target);
  const wrong = new Secret(target.password);
  for (let times = 0; times < 2; times++) {
    const { testId } = await ground.service.tests.startDraft({ connection, password: wrong });
    await eventsOf(ground, testId);
  }
  const made = await ground.service.accounts.create(formOf(target), wrong);
  expect(made).toMatchObject({ guarded: true, lastTest: { verdict: 'failed' } });
});

test('a server that cannot be reached guards nothing', async () => {
  const ground = await serviceOnDisk();
  const server = await scriptedServer([]);
  await server[Symbol.asyncDispose]();
  const id = await savedAccount(ground, { ...target, port: server.port });
  for (let times = 0; times < 3; times++) await testOf(ground, id);
  expect((await ground.service.accounts.get(id)).guarded).toBeUndefined();
});

test('the automatic tests leave a guarded account out and say so once', async () => {
  const clock = handClock();
  const ground = await serviceOnDisk({ clock });
  const { service } = ground;
  await service.properties.set('mailprobe.test.every', 15);
  await expect.poll(() => clock.timers()).toBe(1);
  const id = await savedAccount(ground, target, 'Sales\u202e');
  const other = await savedAccount(ground, { ...target, password: smallUser.password }, 'Support');
  const lastTestOf = async (account: string) => (await service.accounts.get(account)).lastTest?.testId;
  for (let round = 0; round < 4; round++) {
    const before = await lastTestOf(other);
    clock.pass(15 * minute);
    await expect.poll(() => lastTestOf(other), { timeout: 20_000, interval: 20 }).not.toBe(before);
    await expect.poll(() => service.tests.running().runs, { timeout: 20_000, interval: 20 }).toEqual([]);
  }
  const { recent } = await service.accounts.get(id);
  expect(recent).toHaveLength(2);
  expect(await warnings(ground)).toEqual([
    ['System', id, `Account Sales\\u202e is left out of the automatic tests: ${sentence}`],
  ]);
});

async function testOf(ground: ServiceOnDisk, id: string, options = {}): Promise<void> {
  const { testId } = await ground.service.tests.start(id, options);
  await eventsOf(ground, testId);
}

/** Those of the source System: the walks have their own. */
async function warnings({ service }: ServiceOnDisk): Promise<[string, string | undefined, string][]> {
  const { records } = await service.log.page({ limit: 500 });
  const ofSystem = ({ source, level }: LogRecord) => source === 'System' && level === 'Warning';
  return records.filter(ofSystem).map(({ source, accountId, message }) => [source, accountId, message]);
}
