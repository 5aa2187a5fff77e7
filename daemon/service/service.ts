import type { AccountForm } from '../../shared/account.ts';
import type { Client } from '../../shared/client.ts';
import { contractNumber } from '../../shared/daemon-status.ts';
import type { TestEvent } from '../../shared/event.ts';
import type { LiveEvent } from '../../shared/live-event.ts';
import { Refused } from '../../shared/refusal.ts';
import type { RouteBody, RouteReply } from '../../shared/routes.ts';
import type { SecretBackend, SecretPlace } from '../../shared/secret-place.ts';
import type { OperationalLog } from '../operational-log.ts';
import type { Secret } from '../secret.ts';
import type { Store } from '../store/store.ts';

export interface ServiceOptions {
  readonly store: Store;
  readonly directory: string;
  readonly version: string;
  readonly startCommand: string;
  readonly log?: OperationalLog;
  readonly env?: NodeJS.ProcessEnv;
}

/** What the daemon can do. Every method throws `Refused` for what a person can do something about. */
export interface Service {
  status(): Promise<RouteReply<'status'>>;
  readonly accounts: {
    list(): Promise<RouteReply<'accountsList'>>;
    get(id: string): Promise<RouteReply<'accountsGet'>>;
    create(form: AccountForm, password?: Secret): Promise<RouteReply<'accountsCreate'>>;
    change(id: string, form: AccountForm, password?: Secret): Promise<RouteReply<'accountsChange'>>;
    remove(id: string): Promise<RouteReply<'accountsDelete'>>;
    duplicate(id: string): Promise<RouteReply<'accountsDuplicate'>>;
  };
  readonly tests: {
    start(accountId: string, options: { debug?: boolean }): Promise<RouteReply<'testsStart'>>;
    startDraft(
      draft: Omit<RouteBody<'testsStartDraft'>, 'password'> & { password?: Secret },
    ): Promise<RouteReply<'testsStartDraft'>>;
    startAll(): Promise<RouteReply<'testsStartAll'>>;
    cancel(testIds: readonly string[]): Promise<RouteReply<'testsCancel'>>;
    running(): Promise<RouteReply<'testsRunning'>>;
    follow(testId: string, signal: AbortSignal): AsyncGenerator<TestEvent>;
  };
  live(signal: AbortSignal): AsyncGenerator<LiveEvent>;
  readonly log: {
    page(page: RouteBody<'logPage'>): Promise<RouteReply<'logPage'>>;
    get(id: string): Promise<RouteReply<'logGet'>>;
  };
  readonly properties: {
    list(): Promise<RouteReply<'propertiesList'>>;
    set(name: RouteBody<'propertiesSet'>['name'], value: unknown): Promise<unknown>;
    reset(name: RouteBody<'propertiesReset'>['name']): Promise<unknown>;
  };
  readonly clients: {
    list(): Promise<Client[]>;
    find(id: string): Promise<Client | undefined>;
    /** From memory, for the gate. */
    isPaired(origin: string): boolean;
    add(fields: Omit<Client, 'createdAt' | 'lastUsedAt'>): Promise<Client>;
    touch(id: string): Promise<unknown>;
    revoke(id: string): Promise<unknown>;
  };
  readonly secrets: {
    place(): SecretPlace;
    check(): Promise<RouteReply<'secretsCheck'>>;
    unlock(passphrase: Secret): Promise<RouteReply<'secretsUnlock'>>;
    move(to: SecretBackend, passphrase?: Secret): Promise<RouteReply<'secretsMove'>>;
  };
  /** Sentences for the terminal of the first start: which secret store was chosen and why. */
  readonly notices: readonly string[];
  /** The caller closes the store. */
  close(): Promise<void>;
}

/** The services of a store that is open. */
export async function openService({
  store,
  directory,
  version,
  startCommand,
}: ServiceOptions): Promise<Service> {
  let paired = await store.clients.list();
  const place: SecretPlace = { backend: 'vault-keyfile', state: 'waiting', sentence: 'Not asked yet.' };
  const missing = async (): Promise<never> => {
    throw new Refused({ kind: 'not_found', message: 'There is no such thing here.' });
  };
  return {
    status: async () => ({
      contract: contractNumber,
      version,
      dataDirectory: directory,
      startCommand,
      person: (await store.person.get()).username,
      pairedBrowsers: paired.length,
      secrets: place,
      diskFull: await store.housekeeping.diskFull(),
    }),
    accounts: {
      list: async () => ({ accounts: [] }),
      get: missing,
      create: missing,
      change: missing,
      remove: missing,
      duplicate: missing,
    },
    tests: {
      start: missing,
      startDraft: missing,
      startAll: async () => ({ started: [], skipped: [] }),
      cancel: async () => ({ cancelled: [] }),
      running: async () => ({ runs: [] }),
      async *follow() {
        yield await missing();
      },
    },
    async *live(signal) {
      yield { type: 'alive' };
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
    },
    log: { page: async () => ({ records: [] }), get: missing },
    properties: { list: missing, set: missing, reset: missing },
    clients: {
      list: async () => paired,
      find: async (id) => paired.find((client) => client.id === id),
      isPaired: (origin) => paired.some((client) => client.origin === origin),
      async add(fields) {
        const client = await store.clients.add(fields);
        paired = await store.clients.list();
        return client;
      },
      touch: (id) => store.clients.touch(id),
      async revoke(id) {
        if (!(await store.clients.remove(id)))
          throw new Refused({ kind: 'not_found', message: 'This browser is not paired.' });
        paired = await store.clients.list();
      },
    },
    secrets: { place: () => place, check: async () => place, unlock: missing, move: missing },
    notices: [],
    close: async () => undefined,
  };
}
