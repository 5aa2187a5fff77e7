import type { Account } from '../../../../shared/account.ts';
import type { TestEvent } from '../../../../shared/event.ts';
import type { WalkRequest } from '../../../probe/open-session.ts';
import type { RemoteTables } from '../../../store/store-port.ts';
import type { AccountSecrets } from '../../secrets/account-secrets.ts';
import type { Lanes } from '../../tests/lanes.ts';
import type { LockOutGuard } from '../../tests/lock-out-guard.ts';

/** What every login with a stored password needs. */
export interface LoginParts {
  store: RemoteTables;
  accountSecrets: AccountSecrets;
  guard: LockOutGuard;
  /** One login with a stored password at a time, tests and all. */
  turns: Lanes;
}

/**
 * A walk with the stored password of an account: waits for its turn, obeys the guard, counts the login, and lets the next
 * one begin as soon as that is over. Throws `Refused` before it begins.
 */
export async function* countedWalk<Event extends { type: string }>(
  { store, accountSecrets, guard, turns }: LoginParts,
  { id, connection }: Account,
  signal: AbortSignal,
  walk: (request: WalkRequest) => AsyncGenerator<Event | TestEvent, void>,
): AsyncGenerator<Event | TestEvent, void> {
  const leave = await turns.enter(id, signal);
  try {
    await guard.check(id);
    // Counted before it is read: a password that is typed in between is not spoken of.
    const passwordChanges = await store.accounts.passwordChanges(id);
    const password = await accountSecrets.fetch(id, connection, signal);
    signal.throwIfAborted();
    const walked: TestEvent[] = [];
    for await (const event of walk({ settings: { ...connection, debug: false }, password })) {
      if (isStep(event)) {
        walked.push(event);
        if (event.type === 'failed' || event.stage === 'login') {
          await guard.count({ accountId: id, passwordChanges }, walked.splice(0));
          leave();
        }
      }
      yield event;
    }
  } finally {
    leave();
  }
}

function isStep(event: { type: string }): event is Extract<TestEvent, { type: 'passed' | 'failed' }> {
  return event.type === 'passed' || event.type === 'failed';
}
