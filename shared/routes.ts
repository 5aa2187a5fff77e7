import * as z from 'zod/mini';
import { ConnectionSettings } from './account.ts';
import { accountRoutes, idsOfAccounts } from './account-routes.ts';
import { Client } from './client.ts';
import { DaemonStatus } from './daemon-status.ts';
import { TestEvent } from './event.ts';
import { Id } from './id.ts';
import { letterRoutes } from './letter-routes.ts';
import { LiveEvent } from './live-event.ts';
import { logRoutes } from './log-routes.ts';
import { PropertyChanges, propertyNames } from './properties.ts';
import type { CallRoute, Route, StreamRoute } from './route.ts';
import { SecretBackend, SecretPlace } from './secret-place.ts';
import {
  PairDone,
  PairFinish,
  PairStart,
  PairStarted,
  Sealed,
  SessionFinish,
  SessionStart,
  SessionStarted,
} from './session/messages.ts';

const nothing = z.strictObject({});
const clientId = Client.shape.id;
const propertyName = z.enum(propertyNames);
const password = z.optional(Sealed);

/** Every way into the daemon. Both ends read this table: the daemon mounts it, the clients call by its names. */
export const routes = {
  pairStart: { path: '/pair/start', access: 'open', body: PairStart, reply: PairStarted },
  pairFinish: { path: '/pair/finish', access: 'open', body: PairFinish, reply: PairDone },
  sessionStart: { path: '/session/start', access: 'open', body: SessionStart, reply: SessionStarted },
  sessionFinish: { path: '/session/finish', access: 'open', body: SessionFinish, reply: nothing },

  sessionEnd: { path: '/session/end', access: 'client', body: nothing, reply: nothing },
  /** Opens a window of 120 s for a code that the command line made. */
  pairOpen: {
    path: '/pair/open',
    access: 'cli',
    body: z.strictObject({ code: Sealed }),
    sealed: ['code'],
    reply: nothing,
  },
  status: { path: '/status', access: 'client', body: nothing, reply: DaemonStatus },
  /** Replies, then ends the daemon. */
  stop: { path: '/stop', access: 'cli', body: nothing, reply: nothing },

  ...accountRoutes,

  testsStart: {
    path: '/tests/start',
    access: 'client',
    /** `debug` writes the session to the log for this test alone; `anyway` also tests a guarded account. */
    body: z.strictObject({
      accountId: Id,
      debug: z.optional(z.boolean()),
      anyway: z.optional(z.boolean()),
    }),
    reply: z.strictObject({ testId: Id }),
  },
  /** A test of what stands in the form. Without a password the stored one is used, if it was typed for this endpoint; `anyway` as above. */
  testsStartDraft: {
    path: '/tests/start-draft',
    access: 'client',
    body: z.strictObject({
      accountId: z.optional(Id),
      connection: ConnectionSettings,
      password,
      anyway: z.optional(z.boolean()),
    }),
    sealed: ['password'],
    reply: z.strictObject({ testId: Id }),
  },
  /** Every active account, or these, active or not; `skipped` says why one is not tested. Never one that is guarded. */
  testsStartAll: {
    path: '/tests/start-all',
    access: 'client',
    body: z.strictObject({ accountIds: z.optional(idsOfAccounts) }),
    reply: z.strictObject({
      started: z.array(z.strictObject({ accountId: Id, testId: Id })),
      skipped: z.array(z.strictObject({ accountId: Id, reason: z.string() })),
    }),
  },
  testsCancel: {
    path: '/tests/cancel',
    access: 'client',
    body: z.strictObject({ testIds: z.array(Id).check(z.maxLength(1000)) }),
    reply: z.strictObject({ cancelled: z.array(Id) }),
  },
  /** For the badge: one short request instead of a stream. */
  testsRunning: {
    path: '/tests/running',
    access: 'client',
    body: nothing,
    reply: z.strictObject({
      runs: z.array(z.strictObject({ testId: Id, accountId: z.optional(Id) })),
    }),
  },
  /** One run from its first event to `finished`. */
  testsFollow: {
    path: '/tests/follow',
    access: 'client',
    body: z.strictObject({ testId: Id }),
    line: TestEvent,
  },
  /** Every run under way from its first event, then all that happens. */
  live: { path: '/live', access: 'client', body: nothing, line: LiveEvent },

  ...logRoutes,

  ...letterRoutes,

  propertiesList: {
    path: '/properties/list',
    access: 'client',
    body: nothing,
    /** `damaged` names those whose stored value cannot be read; under `values` they have their default. */
    reply: z.strictObject({
      values: z.record(propertyName, z.unknown()),
      changes: PropertyChanges,
      damaged: z.array(propertyName),
    }),
  },
  propertiesSet: {
    path: '/properties/set',
    access: 'client',
    body: z.strictObject({ name: propertyName, value: z.unknown() }),
    reply: nothing,
  },
  propertiesReset: {
    path: '/properties/reset',
    access: 'client',
    body: z.strictObject({ name: propertyName }),
    reply: nothing,
  },

  clientsList: {
    path: '/clients/list',
    access: 'client',
    body: nothing,
    /** `you` is the one that asks; nothing for the command line. */
    reply: z.strictObject({
      clients: z.array(z.omit(Client, { publicKey: true })),
      you: z.optional(clientId),
    }),
  },
  clientsRevoke: {
    path: '/clients/revoke',
    access: 'client',
    body: z.strictObject({ id: clientId }),
    reply: nothing,
  },

  /** Asks the place itself, so the system may show its unlock prompt. */
  secretsCheck: { path: '/secrets/check', access: 'client', body: nothing, reply: SecretPlace },
  secretsUnlock: {
    path: '/secrets/unlock',
    access: 'client',
    body: z.strictObject({ passphrase: Sealed }),
    sealed: ['passphrase'],
    reply: SecretPlace,
  },
  /** Copies all passwords, reads each back, then deletes the old ones. `passphrase` for the vault with one. */
  secretsMove: {
    path: '/secrets/move',
    access: 'client',
    body: z.strictObject({ to: SecretBackend, passphrase: z.optional(Sealed) }),
    sealed: ['passphrase'],
    reply: z.strictObject({ moved: z.number(), place: SecretPlace }),
  },
} as const satisfies Record<string, Route>;

type Routes = typeof routes;
export type RouteName = keyof Routes;
export type CallName = { [N in RouteName]: Routes[N] extends CallRoute ? N : never }[RouteName];
export type StreamName = { [N in RouteName]: Routes[N] extends StreamRoute ? N : never }[RouteName];
/** The body as the daemon reads it. */
export type RouteBody<N extends RouteName> = z.output<Routes[N]['body']>;
export type RouteReply<N extends CallName> = z.output<Routes[N]['reply']>;
export type RouteLine<N extends StreamName> = z.output<Routes[N]['line']>;
/** Names of the fields that travel sealed. */
export type SealedField<N extends RouteName> = Routes[N] extends { sealed: readonly (infer F)[] } ? F : never;
/** The body as a client gives it, its secrets apart. */
export type PlainBody<N extends RouteName> = Omit<z.input<Routes[N]['body']>, SealedField<N> & string>;
