import type { Account } from '../../../shared/account.ts';
import type { TestEvent } from '../../../shared/event.ts';
import type { Id } from '../../../shared/id.ts';
import type { WalkRequest } from '../../probe/open-session.ts';
import type { RemoteTables } from '../../store/store-port.ts';
import type { AccountSecrets } from '../secrets/account-secrets.ts';
import type { Lanes } from '../tests/lanes.ts';
import type { LockOutGuard } from '../tests/lock-out-guard.ts';

/** What every login with a stored password needs. */
export interface LoginParts {
  store: RemoteTables;
  accountSecrets: AccountSecrets;
  guard: LockOutGuard;
  /** One login with a stored password at a time, tests and all. */
  turns: Lanes;
}

/** A login with the stored password of one account. */
export interface StoredLogin {
  accountId: Id;
  /** Asked when its turn has come: what was changed meanwhile counts. Throws `Refused` where there is nothing to begin any more. */
  account: () => Promise<Account>;
  /** Nobody is there: no prompt is raised. */
  silent?: boolean;
  /** The next one with this password begins behind the login alone, or behind the whole walk. */
  turn: 'login' | 'walk';
}

/**
 * A walk with the stored password of an account: waits for its turn, obeys the guard and counts the login. Throws `Refused`
 * before it begins.
 */
export async function* countedWalk<Event extends { type: string }>(
  { store, accountSecrets, guard, turns }: LoginParts,
  { accountId, account: readAccount, silent = false, turn }: StoredLogin,
  signal: AbortSignal,
  walk: (request: WalkRequest, account: Account) => AsyncGenerator<Event | TestEvent, void>,
): AsyncGenerator<Event | TestEvent, void> {
  const leave = await turns.enter(accountId, signal);
  try {
    const account = await readAccount();
    const { connection } = account;
    await guard.check(accountId);
    // Counted before it is read: a password that is typed in between is not spoken of.
    const passwordChanges = await store.accounts.passwordChanges(accountId);
    const password = silent
      ? await accountSecrets.fetchSilently(accountId, connection, signal)
      : await accountSecrets.fetch(accountId, connection, signal);
    signal.throwIfAborted();
    const walked: TestEvent[] = [];
    for await (const event of walk({ settings: { ...connection, debug: false }, password }, account)) {
      if (isStep(event)) {
        walked.push(event);
        if (event.type === 'failed' || event.stage === 'login') {
          await guard.count({ accountId, passwordChanges }, walked.splice(0));
          if (turn === 'login') leave();
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
