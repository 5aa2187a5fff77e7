import type { PairingDaemon } from '../../shared/session/pairing-daemon.ts';
import type { SessionDaemon } from '../../shared/session/session-daemon.ts';
import { SessionFailure } from '../../shared/session/session-failure.ts';
import type { Service } from '../service/service.ts';
import { SaidRefused } from '../service/refuse.ts';
import { placeIn } from '../service/secrets/known-place.ts';
import type { Handlers } from './handler.ts';
import { texts } from './texts.ts';

interface HandledBy {
  readonly service: Service;
  readonly sessions: SessionDaemon;
  readonly pairing: PairingDaemon;
  /** Ends the daemon once the reply is on its way. */
  readonly stop: () => void;
}

/** What stands behind each route: almost always one method of the service. */
export function makeHandlers({ service, sessions, pairing, stop }: HandledBy): Handlers {
  const { accounts, tests, log, letters, outgoing, incoming, roundTrips, properties, clients, secrets } =
    service;
  return {
    sessionEnd: async ({ caller }) => {
      sessions.end(caller.sid);
      return {};
    },
    pairOpen: async ({ secrets: { code } }) => {
      openWindow(pairing, code.open());
      return {};
    },
    status: async ({ caller }) => {
      const { secrets, ...status } = await service.status();
      return { ...status, secrets: placeIn(caller.language, secrets) };
    },
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
    accountsDuplicate: ({ body, caller }) => accounts.duplicate(body.id, caller.language),

    testsStart: ({ body: { accountId, debug, anyway } }) => tests.start(accountId, { debug, anyway }),
    testsStartDraft: ({ body: { accountId, connection, anyway }, secrets: { password } }) =>
      tests.startDraft({ accountId, connection, password, anyway }),
    testsStartAll: async ({ body, caller }) => {
      const { started, skipped } = await tests.startAll(body.accountIds);
      const told = skipped.map(({ accountId, reason }) => ({ accountId, reason: reason[caller.language] }));
      return { started, skipped: told };
    },
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

    lettersSend: ({ body }) => outgoing.send(body),
    lettersGet: ({ body }) => outgoing.get(body.id),
    lettersRetry: ({ body }) => outgoing.retry(body.id),
    lettersGiveUp: ({ body }) => outgoing.giveUp(body.id),
    lettersQuery: ({ body }) => letters.query(body),
    lettersCount: ({ body }) => letters.count(body),
    lettersExport: ({ body }, signal) => letters.export(body, signal),

    lettersFetch: ({ body, caller }, signal) => incoming.fetch(body, caller.language, signal),
    lettersSource: ({ body, caller }, signal) => incoming.source(body, caller.language, signal),

    lettersRoundTrip: ({ body, caller }, signal) => roundTrips.run(body, caller.language, signal),

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

    secretsCheck: async ({ caller }) => placeIn(caller.language, await secrets.check()),
    secretsUnlock: async ({ caller, secrets: { passphrase } }) =>
      placeIn(caller.language, await secrets.unlock(passphrase)),
    secretsMove: async ({ body, caller, secrets: { passphrase } }) => {
      const { moved, place } = await secrets.move(body.to, passphrase);
      return { moved, place: placeIn(caller.language, place) };
    },
  } satisfies Handlers;
}

function openWindow(pairing: PairingDaemon, code: string): void {
  try {
    pairing.open(code);
  } catch (error) {
    if (!(error instanceof SessionFailure)) throw error;
    if (error.kind === 'too_many') throw new SaidRefused({ kind: 'too_many', message: texts.manyCodes });
    throw new SaidRefused({ kind: 'invalid', message: texts.codeForm });
  }
}
