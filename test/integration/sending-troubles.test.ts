import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { letterServer } from '../letters/letter-server.ts';
import { ground, once } from '../letters/outgoing-ground.ts';
import { silence } from '../servers/steps.ts';
import { handClock } from '../service/hand-clock.ts';
import { savedAccount, serviceOnDisk } from '../service/service-on-disk.ts';

const form = { to: 'bob@mail.test', subject: 'A test', text: 'Hello' };
const patiently = { timeout: 10_000, interval: 20 };
const minute = 60_000;

test('a letter whose account is gone for good has failed, and says why', async () => {
  const clock = handClock();
  const server = await letterServer();
  const on = await serviceOnDisk({ clock });
  const { outgoing, accounts, properties, log } = on.service;
  const accountId = await savedAccount(on, { type: 'smtp', ...server.target });
  await properties.set('simple.email.smtp.active', false);
  const { letterId } = await outgoing.send({ ...form, accountId });
  await accounts.remove([accountId]);
  await properties.set('simple.email.smtp.active', true);
  expect((await once(on, letterId, ({ hold }) => hold === 'account_missing')).status).toBe('Ready');
  for (let passed = 0; passed < 13; passed++) {
    clock.pass(minute);
    await sleep(50);
  }
  expect(await once(on, letterId)).toMatchObject({
    status: 'Failed',
    reason: 'account_deleted',
  });
  const { records } = await log.page({ limit: 50 });
  const said = records.filter(({ message }) => message.includes('its account was deleted'));
  expect(said).toMatchObject([{ source: 'Outgoing Mail', level: 'Error', accountId }]);
});

test('a letter whose record is damaged has failed, and the next one is sent', async () => {
  const on = await ground();
  const { outgoing, properties } = on.service;
  await properties.set('simple.email.smtp.active', false);
  const [damaged, whole] = [
    await outgoing.send({ ...form, accountId: on.accountId }),
    await outgoing.send({ ...form, accountId: on.accountId }),
  ].map(({ letterId }) => letterId);
  using db = new DatabaseSync(join(on.directory, 'mailprobe.db'));
  db.prepare(
    `UPDATE letter_texts SET deliveries = '[1]' WHERE letter = (SELECT seq FROM letters WHERE id = ?)`,
  ).run(BigInt(damaged ?? 0));
  await properties.set('simple.email.smtp.active', true);
  expect((await once(on, whole ?? '')).status).toBe('Processed');
  const row = db.prepare('SELECT status, reason FROM letters WHERE id = ?').get(BigInt(damaged ?? 0));
  expect(row).toMatchObject({ status: 'Failed', reason: 'record_damaged' });
});

test('what is changed while a letter waits for its turn counts', async () => {
  const on = await ground({ on: { EHLO: silence() } });
  const { outgoing, accounts, tests, properties } = on.service;
  const { testId } = await tests.start(on.accountId);
  await expect.poll(() => on.running.connections.length, patiently).toBe(1);
  const { letterId } = await outgoing.send({ ...form, accountId: on.accountId });
  await properties.set('simple.email.test.user', ['test@mail.test']);
  await accounts.activate([on.accountId], false);
  tests.cancel([testId]);
  await once(on, letterId, ({ hold }) => hold === 'account_inactive');
  expect(on.running.connections).toHaveLength(1);
});
