import { Refused } from '../../shared/refusal.ts';
import type { PairingDaemon } from '../../shared/session/pairing-daemon.ts';
import type { SessionDaemon } from '../../shared/session/session-daemon.ts';
import { SessionFailure } from '../../shared/session/session-failure.ts';
import type { Service } from '../service/service.ts';
import type { Handlers } from './handler.ts';

interface HandledBy {
  readonly service: Service;
  readonly sessions: SessionDaemon;
  readonly pairing: PairingDaemon;
  /** Ends the daemon once the reply is on its way. */
  readonly stop: () => void;
}

/** What stands behind each route: almost always one method of the service. */
export function makeHandlers({ service, sessions, pairing, stop }: HandledBy): Handlers {
  const { accounts, tests, log, properties, clients, secrets } = service;
  return {
    sessionEnd: async ({ caller }) => {
      sessions.end(caller.sid);
      return {};
    },
    pairOpen: async ({ secrets: { code } }) => {
      openWindow(pairing, code.open());
      return {};
    },
    status: () => service.status(),
    stop: async () => {
      stop();
      return {};
    },

    accountsList: () => accounts.list(),
    accountsGet: ({ body }) => accounts.get(body.id),
    accountsCreate: ({ body: { account, withoutPassword }, secrets: { password } }) =>
      withoutPassword ? accounts.createBare(account, password) : accounts.create(account, password),
    accountsChange: ({ body: { id, account, revision, forgetPassword }, secrets: { password } }) =>
      forgetPassword
        ? accounts.changeForgetting(id, account, password, revision)
        : accounts.change(id, account, password, revision),
    accountsDelete: ({ body }) => accounts.remove(body.ids),
    accountsRestore: ({ body }) => accounts.restore(body.ids),
    accountsActivate: ({ body }) => accounts.activate(body.ids, body.active),
    accountsDuplicate: ({ body }) => accounts.duplicate(body.id),

    testsStart: ({ body: { accountId, debug } }) => tests.start(accountId, { debug }),
    testsStartDraft: ({ body: { accountId, connection }, secrets: { password } }) =>
      tests.startDraft({ accountId, connection, password }),
    testsStartAll: ({ body }) => tests.startAll(body.accountIds),
    testsCancel: async ({ body }) => tests.cancel(body.testIds),
    testsRunning: async () => tests.running(),
    testsFollow: ({ body }, signal) => tests.follow(body.testId, signal),
    live: (_asked, signal) => service.live(signal),

    logPage: ({ body }) => log.page(body),
    logQuery: ({ body }) => log.query(body),
    logCount: ({ body }) => log.count(body),
    logGroup: ({ body }) => log.group(body),
    logExport: ({ body }, signal) => log.export(body, signal),
    logFollow: ({ body }, signal) => log.follow(body, signal),
    logGet: ({ body }) => log.get(body.id),

    propertiesList: () => properties.list(),
    propertiesSet: async ({ body }) => {
      await properties.set(body.name, body.value);
      return {};
    },
    propertiesReset: async ({ body }) => {
      await properties.reset(body.name);
      return {};
    },

    clientsList: async ({ caller }) => ({
      clients: (await clients.list()).map(({ publicKey: _key, ...client }) => client),
      ...(caller.client === 'cli' ? {} : { you: caller.client }),
    }),
    clientsRevoke: async ({ body }) => {
      try {
        await clients.revoke(body.id);
      } finally {
        // Also when what comes after the deletion fails: sessions of nobody would live on.
        sessions.endClient(body.id);
      }
      if ((await clients.list()).length === 0) pairing.stand();
      return {};
    },

    secretsCheck: () => secrets.check(),
    secretsUnlock: ({ secrets: { passphrase } }) => secrets.unlock(passphrase),
    secretsMove: ({ body, secrets: { passphrase } }) => secrets.move(body.to, passphrase),
  } satisfies Handlers;
}

function openWindow(pairing: PairingDaemon, code: string): void {
  try {
    pairing.open(code);
  } catch (error) {
    if (!(error instanceof SessionFailure)) throw error;
    throw new Refused({
      kind: error.kind === 'too_many' ? 'too_many' : 'invalid',
      message: error.message,
    });
  }
}
