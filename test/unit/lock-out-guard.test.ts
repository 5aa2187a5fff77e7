import { expect, test } from 'vitest';
import { lockOutGuard } from '../../daemon/service/tests/lock-out-guard.ts';
import { loginOutcome } from '../../daemon/service/tests/login-outcome.ts';
import { accountStatus } from '../../shared/account-status.ts';
import type { TestEvent } from '../../shared/event.ts';
import { type FailureKind, failureKinds } from '../../shared/failure.ts';
import type { Stage } from '../../shared/stage.ts';
import { accountFields } from '../store/examples.ts';
import { memoryStore } from '../store/memory-store.ts';

const passed = (stage: Stage): TestEvent => ({ type: 'passed', stage, ms: 1, evidence: {} });
const failed = (stage: Stage, kind: FailureKind): TestEvent => ({
  type: 'failed',
  stage,
  ms: 1,
  failure: { kind, retry: false },
});
const finished = (verdict: 'passed' | 'failed' | 'cancelled'): TestEvent => ({
  type: 'finished',
  verdict,
  ms: 1,
  warnings: [],
});

test('only refusals that speak against the credentials, or say that attempts are counted, are refused logins', () => {
  const refusing = failureKinds.filter(
    (kind) => loginOutcome([failed('login', kind), finished('failed')]) === 'refused',
  );
  expect(refusing).toEqual([
    'auth_bad_credentials',
    'auth_ambiguous',
    'auth_app_password_likely',
    'auth_account_disabled',
    'auth_rate_limited',
  ]);
});

test('a test that was cancelled, or that failed before or after its login, is no refused login', () => {
  const refused = failed('login', 'auth_bad_credentials');
  expect(loginOutcome([refused, finished('cancelled')])).toBeUndefined();
  expect(loginOutcome([failed('connect', 'connect_timeout'), finished('failed')])).toBeUndefined();
  expect(loginOutcome([failed('greeting', 'auth_rate_limited'), finished('failed')])).toBeUndefined();
  expect(loginOutcome([finished('cancelled')])).toBeUndefined();
  const later = [passed('login'), failed('mailbox', 'auth_mailbox_unavailable'), finished('failed')];
  expect(loginOutcome(later)).toBe('accepted');
  expect(loginOutcome([passed('login'), passed('mailbox'), finished('passed')])).toBe('accepted');
});

test('two refused logins in a row guard an account; an accepted one lifts it', async () => {
  const { count, id, isGuarded } = guardedAccount();
  count(false);
  expect(await isGuarded(id)).toBe(false);
  count(true);
  count(false);
  expect(await isGuarded(id)).toBe(false);
  count(false);
  expect(await isGuarded(id)).toBe(true);
  expect(count(true)).toBe(true);
  expect(await isGuarded(id)).toBe(false);
  expect(count(true)).toBe(false);
});

test('a password that is typed anew, or removed, lifts it; what an older one was told counts no more', async () => {
  const { accounts, count, id, isGuarded } = guardedAccount();
  count(false);
  count(false);
  accounts.change(accountFields(id, 'Another name'));
  expect(await isGuarded(id)).toBe(true);
  accounts.change(accountFields(id), 'vault');
  expect(await isGuarded(id)).toBe(false);
  expect(count(false, 0)).toBe(false);
  count(false, 1);
  count(false, 1);
  expect(await isGuarded(id)).toBe(true);
  accounts.change(accountFields(id), null);
  expect(await isGuarded(id)).toBe(false);
});

test('a deleted account is neither counted nor listed, and is guarded again when it is restored', async () => {
  const { deletions, count, id, guard } = guardedAccount();
  count(false);
  count(false);
  expect([...(await guard.guarded())]).toEqual([id]);
  deletions.remove([id], 1);
  expect([...(await guard.guarded())]).toEqual([]);
  expect(count(false)).toBe(false);
  deletions.restore([id]);
  expect([...(await guard.guarded())]).toEqual([id]);
});

test('the state of a guarded account stands above its last test, and below a missing password', () => {
  const { accounts, id } = guardedAccount();
  const account = accounts.get(id);
  if (!account) throw new Error('There is no account.');
  const typed = { ...account, hasPassword: true };
  expect(accountStatus({ account: typed, guarded: true })).toBe('guarded');
  expect(accountStatus({ account: { ...account, hasPassword: false }, guarded: true })).toBe(
    'password_needed',
  );
});

function guardedAccount() {
  const store = memoryStore();
  const { id } = store.accounts.create(accountFields(store.accounts.newId()));
  const { refusedLogins } = store;
  const guard = lockOutGuard({
    store: {
      refusedLogins: {
        count: async (login) => refusedLogins.count(login),
        of: async (account) => refusedLogins.of(account),
        atLeast: async (logins) => refusedLogins.atLeast(logins),
      },
    },
    changed: () => undefined,
  });
  const count = (accepted: boolean, passwordChanges = 0) =>
    refusedLogins.count({ accountId: id, passwordChanges, accepted });
  return { ...store, id, guard, isGuarded: guard.isGuarded, count };
}
