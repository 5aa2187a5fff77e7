import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, inject, test, vi } from 'vitest';
import { once } from '../letters/outgoing-ground.ts';
import { addressOf, sender } from '../servers/real/fates.ts';
import { handClock } from '../service/hand-clock.ts';
import { savedAccount, serviceOnDisk } from '../service/service-on-disk.ts';

const { ports } = inject('realServers');
const form = { to: addressOf('deferred'), subject: 'A test', text: 'Hello', test: true } as const;
const minute = 60_000;

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

/** An account at Postfix, and time that passes for the service alone. */
async function ground() {
  const clock = handClock();
  const on = await serviceOnDisk({ clock });
  const target = { type: 'smtp', security: 'ssl', port: ports.smtps, ...sender } as const;
  const settings = { insecure: true, from: sender.username };
  const accountId = await savedAccount(on, { ...target, settings });
  const pass = async (minutes: number) => {
    vi.setSystemTime(Date.now() + minutes * minute);
    clock.pass(minutes * minute);
    await sleep(100);
  };
  return { ...on, accountId, pass };
}

test('a test letter that Postfix puts off is tried for a quarter of an hour, then it has failed and says both', async () => {
  const on = await ground();
  const { letterId } = await on.service.outgoing.send({ ...form, accountId: on.accountId });
  for (const [attempts, wait] of [
    [1, 1],
    [2, 5],
    [3, 9],
  ] as const) {
    await once(on, letterId, (letter) => letter.status === 'Ready' && letter.attempts === attempts);
    await on.pass(wait);
  }
  expect(await once(on, letterId)).toMatchObject({
    status: 'Failed',
    attempts: 4,
    failureKind: expect.any(String),
    reason: 'test_over',
    reply: expect.stringContaining('451 4.3.2'),
  });
  // Written behind the letter itself.
  await vi.waitFor(async () => {
    const { records } = await on.service.log.page({ limit: 5 });
    expect(records.map(({ message }) => message).join()).toMatch(
      /It was not sent\..*451 4\.3\.2.* a test letter is not tried for longer than 15 minutes\./,
    );
  }, 5_000);
  // Asked for by a person it has its time anew.
  await on.service.outgoing.retry(letterId);
  const anew = await once(on, letterId, (letter) => letter.status === 'Ready' && letter.attempts === 1);
  expect(anew.reason).toBeUndefined();
  expect(Date.parse(anew.triedUntil ?? '') - Date.now()).toBeGreaterThan(14 * minute);
});

test('a test letter that is held back does not come an hour later', async () => {
  const on = await ground();
  await on.service.properties.set('simple.email.smtp.active', false);
  const { letterId } = await on.service.outgoing.send({ ...form, accountId: on.accountId });
  const person = { ...form, test: undefined, accountId: on.accountId };
  const { test: _, ...own } = person;
  const { letterId: kept } = await on.service.outgoing.send(own);
  await on.pass(60);
  expect(await once(on, letterId)).toMatchObject({ status: 'Failed', attempts: 0, reason: 'test_over' });
  expect((await on.service.outgoing.get(kept)).letter.status).toBe('Ready');
});

test('a test letter that an earlier daemon has left is not sent by the one of the next day', async () => {
  const on = await ground();
  await on.service.properties.set('simple.email.smtp.active', false);
  const { letterId } = await on.service.outgoing.send({ ...form, accountId: on.accountId });
  await on.service.properties.set('simple.email.smtp.active', true);
  await on.close();
  vi.setSystemTime(Date.now() + 24 * 60 * minute);
  const next = await serviceOnDisk({ directory: on.directory });
  expect(await once(next, letterId)).toMatchObject({ status: 'Failed', reason: 'test_over' });
});
