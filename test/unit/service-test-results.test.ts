import { expect, test, vi } from 'vitest';
import { Secret } from '../../daemon/secret.ts';
import { testResults } from '../../daemon/service/tests/test-results.ts';
import { accountFields } from '../store/examples.ts';
import { settingsOf } from '../walk.ts';

const hour = 60 * 60_000;
const connection = settingsOf({ type: 'imap', security: 'ssl', port: 993, username: 'ann@mail.test' });
const account = { ...accountFields('1', 'Work', connection), hasPassword: true, revision: 1 };

test('what was tested in a form an hour ago is forgotten, not only passed over', async () => {
  const { results, put, clock, wake } = ground();
  await refusedDraft(results);
  clock.now = hour;
  wake();
  // As if no hour had passed: what is still there would be found.
  clock.now = 1;
  await results.adopt(account, new Secret('typed'));
  expect(put).not.toHaveBeenCalled();
});

test('the next form forgets what is an hour old, also when the timer is late', async () => {
  const { results, put, clock } = ground();
  await refusedDraft(results);
  clock.now = hour;
  results.ofDraft(connection, { typed: new Secret('another') });
  clock.now = 1;
  await results.adopt(account, new Secret('typed'));
  expect(put).not.toHaveBeenCalled();
});

test('within the hour it is found', async () => {
  const { results, put, clock, count } = ground();
  await refusedDraft(results);
  clock.now = hour - 1;
  await results.adopt(account, new Secret('typed'));
  expect(put).toHaveBeenCalledOnce();
  expect(count).toHaveBeenCalledOnce();
});

function refusedDraft(results: ReturnType<typeof testResults>): Promise<void> {
  const lastTest = { testId: '2', endedAt: '2026-11-20T12:00:00.000Z', verdict: 'failed', ms: 1 } as const;
  const keep = results.ofDraft(connection, { typed: new Secret('typed') });
  return keep({ lastTest: { ...lastTest, warnings: [] }, settings: '', events: [] });
}

function ground() {
  const put = vi.fn(async () => true);
  const count = vi.fn(async () => undefined);
  const clock = { now: 0 };
  const timers: (() => void)[] = [];
  const store = {
    accounts: { passwordChanges: async () => 0 },
    lastTests: { put, get: async () => undefined },
  } as unknown as Parameters<typeof testResults>[0]['store'];
  const results = testResults({
    store,
    changed: () => undefined,
    guard: { count },
    clock: {
      nowMs: () => clock.now,
      after: (_ms, due) => {
        timers.push(due);
        return () => undefined;
      },
    },
  });
  return { results, put, count, clock, wake: () => timers.forEach((due) => due()) };
}
