import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Secret } from '../../daemon/secret.ts';
import { systemUserId } from '../../shared/id.ts';
import type { LogRecord } from '../../shared/log.ts';
import { keyring } from '../servers/keyring.ts';
import { scriptedServer } from '../servers/scripted-server.ts';
import { imapScript } from '../servers/scripts/imap.ts';
import { silence } from '../servers/steps.ts';
import { handClock } from '../service/hand-clock.ts';
import { passphrase } from '../service/kept-passwords.ts';
import { formOf, savedAccount, type ServiceOnDisk, serviceOnDisk } from '../service/service-on-disk.ts';

const person = { username: 'ann@mail.test', password: 'hunter2-secret' };
const script = imapScript({ ...person, security: 'plain', messageIds: ['4', '9'] });
const target = (port: number) => ({ type: 'imap', security: 'plain', port, ...person }) as const;
const minute = 60_000;

/** A service whose automatic tests are on, and the clock that they go by. */
async function every(minutes: number, options: { env?: NodeJS.ProcessEnv } = {}) {
  const clock = handClock();
  const ground = await serviceOnDisk({ ...options, clock });
  await ground.service.properties.set('mailprobe.test.every', minutes);
  await expect.poll(() => clock.timers()).toBe(1);
  return { ...ground, clock };
}

async function bySystem({ service }: Pick<ServiceOnDisk, 'service'>): Promise<LogRecord[]> {
  const { records } = await service.log.page({ limit: 500 });
  return records.filter(({ createdBy }) => createdBy === systemUserId).toReversed();
}

const patiently = { timeout: 20_000, interval: 20 };

test('all active accounts are tested at the interval, by the system user', async () => {
  await using server = await scriptedServer(script);
  const ground = await every(15);
  const { service, clock } = ground;
  const id = await savedAccount(ground, target(server.port), 'Active');
  const idle = { ...formOf(target(server.port), 'Idle'), active: false };
  const { account } = await service.accounts.create(idle, new Secret(person.password));
  clock.pass(15 * minute);
  await expect.poll(async () => (await service.accounts.get(id)).lastTest?.verdict, patiently).toBe('passed');
  const records = await bySystem(ground);
  expect(records.length).toBeGreaterThan(3);
  expect(records.every(({ username, accountId }) => username === 'system' && accountId === id)).toBe(true);
  expect((await service.accounts.get(account.id)).lastTest).toBeUndefined();

  const first = (await service.accounts.get(id)).lastTest?.testId;
  await expect.poll(() => service.tests.running().runs, patiently).toEqual([]);
  clock.pass(15 * minute);
  await expect.poll(async () => (await service.accounts.get(id)).lastTest?.testId, patiently).not.toBe(first);
});

test('an account whose password cannot be read is said once, and tested as soon as it can be', async () => {
  await using server = await scriptedServer(script);
  const ground = await every(15);
  const { service, clock } = ground;
  const id = await savedAccount(ground, target(server.port), 'Locked away');
  await service.secrets.move('vault', new Secret(passphrase));
  await ground.close();

  const again = handClock();
  const next = await serviceOnDisk({ directory: ground.directory, clock: again });
  const told = async () => (await bySystem(next)).map(({ level, message }) => ({ level, message }));
  const sentence = {
    level: 'Warning',
    message:
      'Account Locked away is left out of the automatic tests: The vault is locked: type its passphrase.',
  };
  for (let round = 0; round < 3; round++) {
    again.pass(15 * minute);
    await expect.poll(told, patiently).toContainEqual(sentence);
    // Time for a sentence too many.
    await pause(100);
  }
  expect(await told()).toEqual([sentence]);
  await next.service.secrets.unlock(new Secret(passphrase));
  await expect
    .poll(async () => {
      again.pass(15 * minute);
      return (await next.service.accounts.get(id)).lastTest?.verdict;
    }, patiently)
    .toBe('passed');
  expect(clock.timers()).toBe(0);
});

test('a keychain that is open is read, and one that is locked is not asked: no prompt appears', async () => {
  await using server = await scriptedServer(script);
  await using session = await keyring();
  const ground = await every(15, { env: session.env });
  const { service, clock } = ground;
  const id = await savedAccount(ground, target(server.port));
  clock.pass(15 * minute);
  await expect.poll(async () => (await service.accounts.get(id)).lastTest?.verdict, patiently).toBe('passed');
  await expect.poll(() => service.tests.running().runs, patiently).toEqual([]);
  const before = (await service.accounts.get(id)).lastTest?.testId;

  await session.lock();
  const warnings = async () => (await bySystem(ground)).filter(({ source }) => source === 'System');
  await expect
    .poll(async () => {
      clock.pass(15 * minute);
      return warnings();
    }, patiently)
    .toEqual([
      expect.objectContaining({
        level: 'Warning',
        accountId: id,
        message: expect.stringContaining('is not asked while nobody is there'),
      }),
    ]);
  expect((await service.accounts.get(id)).lastTest?.testId).toBe(before);
  // What nobody asked says nothing: the place is as it was.
  expect(service.secrets.place()).toMatchObject({ backend: 'keychain', state: 'ready' });
});

test('it ends with the service, in the middle of a round', async () => {
  await using server = await scriptedServer(
    imapScript({ ...person, security: 'plain', on: { LOGIN: silence() } }),
  );
  const ground = await every(15);
  await savedAccount(ground, target(server.port));
  ground.clock.pass(15 * minute);
  await expect.poll(() => ground.service.tests.running().runs.length, patiently).toBe(1);
  await ground.close();
  expect(ground.clock.timers()).toBe(0);
});
