import type { ConnectionSettings } from '../../../shared/account.ts';
import type { TestEvent } from '../../../shared/event.ts';
import type { Id } from '../../../shared/id.ts';
import type { RouteReply } from '../../../shared/routes.ts';
import { visibleText } from '../../../shared/visible-text.ts';
import type { Secret } from '../../secret.ts';
import type { RemoteTables } from '../../store/store-port.ts';
import type { LogWriter } from '../main-log.ts';
import type { AccountSecrets } from '../secrets/account-secrets.ts';
import { checkConfirmed } from '../accounts/form-check.ts';
import { secretRequired } from '../secrets/secret-refusal.ts';
import type { BeginTest } from './begin-test.ts';
import type { LockOutGuard } from './lock-out-guard.ts';
import type { Runs } from './runs.ts';
import { settingsFingerprint } from './settings-fingerprint.ts';
import type { Sentence } from '../../sentence.ts';
import { SaidRefused } from '../refuse.ts';
import { texts as storeTexts } from '../../store/texts.ts';
import { texts } from '../texts.ts';

export interface Draft {
  /** The saved account that the form shows. */
  accountId?: Id | undefined;
  connection: ConnectionSettings;
  /** As typed; without it the stored one, if it was typed for this endpoint. */
  password?: Secret | undefined;
  /** As in `start`, for the stored password. */
  anyway?: boolean | undefined;
}

/** What has begun, and why the rest has not. */
export interface StartedAll {
  started: { accountId: Id; testId: Id }[];
  skipped: { accountId: Id; reason: Sentence }[];
}

interface StartOptions {
  debug?: boolean | undefined;
  anyway?: boolean | undefined;
}

export interface TestsService {
  /**
   * The test that runs already, when it is the same; else a new one, when no other logs in with its stored password.
   * Throws `Refused` with `guarded` for an account that another login may lock, unless `anyway`.
   */
  start(accountId: Id, options?: StartOptions): Promise<RouteReply<'testsStart'>>;
  startDraft(draft: Draft): Promise<RouteReply<'testsStartDraft'>>;
  /** All active accounts, or these; one that is not there any more, or guarded, is skipped. */
  startAll(accountIds?: readonly Id[]): Promise<StartedAll>;
  cancel(testIds: readonly Id[]): RouteReply<'testsCancel'>;
  running(): RouteReply<'testsRunning'>;
  /** From the first event to `finished`. Throws `Refused` at the call itself when the test is not known any more. */
  follow(testId: Id, signal: AbortSignal): AsyncGenerator<TestEvent, void>;
}

interface Options {
  store: RemoteTables;
  runs: Runs;
  accountSecrets: AccountSecrets;
  guard: LockOutGuard;
  begin: BeginTest;
  mainLog: LogWriter;
}

/** Tests of saved accounts and of what stands in a form; each leaves its walk in the Main Log. */
export function testsService(options: Options): TestsService {
  const { store, runs, accountSecrets, guard, begin, mainLog } = options;

  async function saved(id: Id): Promise<ConnectionSettings> {
    const account = await store.accounts.get(id);
    if (account) return account.connection;
    throw new SaidRefused({ kind: 'not_found', message: storeTexts.noAccount(id) });
  }

  /** With the stored password; `counts` says whether the result is the account's, or of a form that differs from it. */
  async function beginStored(
    accountId: Id,
    settings: ConnectionSettings,
    { counts = true, anyway = false }: { counts?: boolean; anyway?: boolean | undefined } = {},
  ): Promise<Id> {
    if (!anyway) await guard.check(accountId);
    const passwordChanges = await store.accounts.passwordChanges(accountId);
    const password = (signal: AbortSignal) => accountSecrets.fetch(accountId, settings, signal);
    const order = { accountId, settings, password, mainLog, anyway };
    const owner = { accountId, passwordChanges };
    return begin({ ...order, result: counts ? owner : { draft: { storedOf: accountId, passwordChanges } } });
  }

  return {
    async start(accountId, { debug = false, anyway } = {}) {
      const settings = await saved(accountId);
      const asked = { ...settings, debug: debug || settings.debug };
      return { testId: await beginStored(accountId, asked, { anyway }) };
    },

    async startDraft({ accountId, connection, password, anyway }) {
      const stored = accountId === undefined ? undefined : await saved(accountId);
      checkConfirmed(connection, 'connection');
      if (password) {
        // Of a password that is not stored: it says nothing of the account until both are saved.
        const order = { accountId, settings: connection, password: async () => password, mainLog };
        return { testId: await begin({ ...order, result: { draft: { typed: password } } }) };
      }
      if (accountId === undefined || !stored) throw secretRequired(texts.noDraftPassword);
      const counts = settingsFingerprint(stored) === settingsFingerprint(connection);
      return { testId: await beginStored(accountId, connection, { counts, anyway }) };
    },

    async startAll(accountIds) {
      const all = await store.accounts.list();
      const chosen = accountIds && new Set(accountIds);
      const wanted = all.filter(({ id, active }) => (chosen ? chosen.delete(id) : active));
      const started: StartedAll['started'] = [];
      const left: { accountId: Id; message: string }[] = [];
      const skipped = [...(chosen ?? [])].map((accountId) => ({
        accountId,
        reason: storeTexts.noAccount(accountId),
      }));
      await Promise.all(
        wanted.map(async ({ id: accountId, name, connection }) => {
          try {
            started.push({ accountId, testId: await beginStored(accountId, connection) });
          } catch (error) {
            if (!(error instanceof SaidRefused)) throw error;
            skipped.push({ accountId, reason: error.said.message });
            if (error.refusal.kind === 'guarded') left.push({ accountId, message: leftOut(name, error) });
          }
        }),
      );
      await mainLog.add(left.map((words) => ({ source: 'System', level: 'Warning', ...words })));
      return { started, skipped };
    },

    cancel: (testIds) => ({ cancelled: testIds.filter((id) => runs.cancel(id)) }),

    running: () => ({ runs: runs.running() }),

    follow(testId, signal) {
      const record = runs.record(testId);
      if (record) return record.follow(signal);
      throw new SaidRefused({ kind: 'not_found', message: texts.testUnknown });
    },
  };
}

function leftOut(name: string, { message }: SaidRefused): string {
  return `Account ${visibleText(name, 128)} is left out of a test of several: ${message}`;
}
