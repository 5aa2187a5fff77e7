import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, inject, test, vi } from 'vitest';
import { once } from '../letters/outgoing-ground.ts';
import { addressOf, sender } from '../servers/real/fates.ts';
import { handClock } from '../service/hand-clock.ts';
import { savedAccount, serviceOnDisk } from '../service/service-on-disk.ts';

const { ports } = inject('realServers');
const form = { to: addressOf('deferred'), subject: 'A test', text: 'Hello' } as const;
const minute = 60_000;
const hour = 60 * minute;

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

/** An account at Postfix, time that passes, and a date that is put forward or back beside it. */
async function ground() {
  const clock = handClock();
  const on = await serviceOnDisk({ clock });
  const target = { type: 'smtp', security: 'ssl', port: ports.smtps, ...sender } as const;
  const accountId = await savedAccount(on, {
    ...target,
    settings: { insecure: true, from: sender.username },
  });
  return {
    ...on,
    send: async (more: { test?: true } = {}) =>
      (await on.service.outgoing.send({ ...form, ...more, accountId })).letterId,
    async pass(minutes: number) {
      vi.setSystemTime(Date.now() + minutes * minute);
      clock.pass(minutes * minute);
      await sleep(100);
    },
    date: (ms: number) => void vi.setSystemTime(Date.now() + ms),
    tried: (id: string, attempts: number) =>
      once(on, id, (letter) => letter.status === 'Ready' && letter.attempts === attempts),
  };
}

test.each([3 * hour, 4 * 365 * 24 * hour])(
  'a letter that was put off by a clock %i ms ahead is tried again a minute after it is right',
  async (ahead) => {
    const on = await ground();
    on.date(ahead);
    const id = await on.send();
    await on.tried(id, 1);
    on.date(-ahead);
    // The look that finds it, and its minute.
    await on.pass(1);
    const { nextAttemptAt } = await on.tried(id, 1);
    expect(Date.parse(nextAttemptAt ?? '') - Date.now()).toBeLessThanOrEqual(minute);
    await on.pass(1);
    await on.tried(id, 2);
  },
);

test('a letter that waits when the clock leaps ahead, and is right again an hour later, is tried as it would have been', async () => {
  const on = await ground();
  const id = await on.send();
  await on.tried(id, 1);
  on.date(4 * 365 * 24 * hour);
  await on.pass(1);
  await on.tried(id, 2);
  on.date(-4 * 365 * 24 * hour);
  await on.pass(1);
  const { nextAttemptAt } = await on.tried(id, 2);
  expect(Date.parse(nextAttemptAt ?? '') - Date.now()).toBeGreaterThan(4 * minute);
  await on.pass(5);
  await on.tried(id, 3);
});

test('a letter that waits when the clock leaps back is tried as it would have been', async () => {
  const on = await ground();
  const id = await on.send();
  await on.tried(id, 1);
  on.date(-24 * 365 * hour);
  await on.pass(1);
  await on.pass(1);
  await on.tried(id, 2);
  on.date(24 * 365 * hour);
  await on.pass(1);
  await on.tried(id, 3);
});

test('a test letter of a clock ahead is given up a quarter of an hour after it is right', async () => {
  const on = await ground();
  await on.service.properties.set('simple.email.smtp.active', false);
  on.date(4 * 365 * 24 * hour);
  const id = await on.send({ test: true });
  on.date(-4 * 365 * 24 * hour);
  for (let waited = 0; waited < 14; waited++) await on.pass(1);
  expect((await on.service.outgoing.get(id)).letter).toMatchObject({ status: 'Ready', hold: 'sending_off' });
  for (let waited = 0; waited < 5; waited++) await on.pass(1);
  expect(await once(on, id)).toMatchObject({ status: 'Failed', attempts: 0, reason: 'test_over' });
});
