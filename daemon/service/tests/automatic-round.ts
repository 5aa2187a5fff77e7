import type { Account } from '../../../shared/account.ts';
import type { Id } from '../../../shared/id.ts';
import { Refused } from '../../../shared/refusal.ts';
import { visibleText } from '../../../shared/visible-text.ts';
import type { RemoteTables } from '../../store/store-port.ts';
import type { LogWriter } from '../main-log.ts';
import type { AccountSecrets } from '../secrets/account-secrets.ts';
import type { BeginTest } from './begin-test.ts';
import type { LockOutGuard } from './lock-out-guard.ts';
import type { Runs } from './runs.ts';

/** A round is in no hurry: half of the places stay free for tests that a person waits for. */
const atOnce = 4;

interface Options {
  store: RemoteTables;
  runs: Runs;
  accountSecrets: AccountSecrets;
  guard: LockOutGuard;
  begin: BeginTest;
  /** Of the system user. */
  mainLog: LogWriter;
}

/**
 * Gives the function that tests all active accounts once, with nobody there: no prompt is raised. An account whose
 * password cannot be read without one, or that is guarded, is left out, which is said once until it is tested again.
 */
export function automaticRound({ store, runs, accountSecrets, guard, begin, mainLog }: Options) {
  const told = new Map<Id, string>();

  async function testOne({ id, connection }: Account, signal: AbortSignal): Promise<void> {
    // A person was faster: one test at a time says enough.
    if (runs.running().some(({ accountId }) => accountId === id)) return;
    await guard.check(id);
    // Counted before it is read: a password that is typed in between makes this the result of the one before.
    const passwordChanges = await store.accounts.passwordChanges(id);
    const password = await accountSecrets.fetchSilently(id, connection, signal);
    signal.throwIfAborted();
    const order = { accountId: id, settings: connection, password: async () => password, mainLog };
    const testId = await begin({ ...order, result: { accountId: id, passwordChanges } });
    told.delete(id);
    const over = runs.record(testId)?.follow(signal);
    while (over && !(await over.next()).done);
  }

  async function tellOnce({ id, name }: Account, { message }: Refused): Promise<void> {
    if (told.get(id) === message) return;
    told.set(id, message);
    const sentence = `Account ${visibleText(name, 128)} is left out of the automatic tests: ${message}`;
    await mainLog.system(sentence, { level: 'Warning', accountId: id });
  }

  return async (signal: AbortSignal): Promise<void> => {
    const accounts = await store.accounts.list();
    const waiting = accounts.filter(({ active }) => active).values();
    const known = new Set(accounts.map(({ id }) => id));
    for (const id of told.keys()) if (!known.has(id)) told.delete(id);
    const work = async () => {
      for (const account of waiting) {
        if (signal.aborted) return;
        try {
          await testOne(account, signal);
        } catch (error) {
          if (signal.aborted) return;
          if (!(error instanceof Refused)) throw error;
          if (error.refusal.kind !== 'not_found') await tellOnce(account, error);
        }
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
  };
}
