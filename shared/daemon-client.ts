import * as z from 'zod/mini';
import { ConnectionTrouble } from './connection-trouble.ts';
import { DaemonGreeting } from './daemon-status.ts';
import { openPost, postTo } from './daemon-post.ts';
import { jsonLines } from './json-lines.ts';
import { Refusal, Refused } from './refusal.ts';
import {
  type CallName,
  type PlainBody,
  type RouteLine,
  type RouteName,
  type RouteReply,
  routes,
  type SealedField,
  type StreamName,
} from './routes.ts';
import { sealPlace } from './seal-scope.ts';
import type { ClientRequest } from './session/client-request.ts';
import type { Identity } from './session/identity.ts';
import type { PinnedDaemon } from './session/pairing-client.ts';
import { replyProofHeader } from './session/reply-proof.ts';
import { type ClientSession, startSession } from './session/session-client.ts';
import { SessionFailure } from './session/session-failure.ts';
import { type Bytes, textOf, utf8 } from './session/web-crypto.ts';
import type { Reply, Signal } from './web-platform.ts';

export interface DaemonClientOptions {
  readonly identity: Identity;
  readonly daemon: PinnedDaemon;
  /** The extension's own; empty for the command line. */
  readonly origin: string;
}

/** Secrets by the field they belong to; one that is left out is not sent. */
export type Secrets<N extends RouteName> = { readonly [F in SealedField<N> & string]?: string | undefined };

/**
 * A paired client's way to the daemon: sessions, proofs and sealing are its own matter. Every method throws
 * `ConnectionTrouble` when there is no believed answer, and `Refused` when the daemon says no.
 */
export interface DaemonClient {
  call<N extends CallName>(name: N, body: PlainBody<N>, secrets?: Secrets<N>): Promise<RouteReply<N>>;
  stream<N extends StreamName>(
    name: N,
    body: PlainBody<N>,
    signal: Signal,
  ): AsyncGenerator<RouteLine<N>, void, undefined>;
}

export function daemonClient({ identity, daemon, origin }: DaemonClientOptions): DaemonClient {
  let session: Promise<ClientSession> | undefined;

  /** All calls of a context share one session; one that failed to start is not kept. */
  function live(): Promise<ClientSession> {
    session ??= startSession(openPost(daemon.port), { identity, daemon, origin }).catch((error: unknown) => {
      session = undefined;
      throw troubleOf(error);
    });
    return session;
  }

  /** Sends once; a session that the daemon has forgotten is begun anew, once. */
  async function send(
    name: RouteName,
    body: object,
    secrets: Record<string, string | undefined>,
    signal?: Signal,
  ): Promise<{ request: ClientRequest; reply: Reply }> {
    for (let attempt = 1; ; attempt++) {
      const used = live();
      const request = (await used).request('POST', routes[name].path);
      const bytes = utf8(JSON.stringify({ ...body, ...(await sealAll(request, name, body, secrets)) }));
      const reply = await postTo(daemon.port, routes[name].path, bytes, {
        authorization: await request.authorize(bytes),
        signal,
      });
      // The gate refuses an origin that nobody is paired from before it looks for a session: 403.
      const unknown = reply.status === 401 || reply.status === 403;
      const forgotten = unknown && reply.headers.get(replyProofHeader) === null;
      if (!forgotten) return { request, reply };
      if (session === used) session = undefined;
      if (attempt === 2) throw new ConnectionTrouble('not_paired');
    }
  }

  return {
    async call(name, body, secrets = {}) {
      const { request, reply } = await send(name, body, secrets);
      const bytes = await believed(request, reply);
      return readAs(routes[name].reply, bytes) as RouteReply<typeof name>;
    },

    async *stream(name, body, signal) {
      const { request, reply } = await send(name, body, {}, signal);
      if (reply.status !== 200) {
        await believed(request, reply);
        throw new ConnectionTrouble('stranger');
      }
      try {
        for await (const line of request.lines(jsonLines(reply, signal)))
          yield readAs(routes[name].line, utf8(line)) as RouteLine<typeof name>;
      } catch (error) {
        if (signal.aborted) return;
        throw troubleOf(error);
      }
    },
  };
}

async function sealAll(
  request: ClientRequest,
  name: RouteName,
  body: object,
  secrets: Record<string, string | undefined>,
): Promise<object> {
  const route = routes[name];
  const fields: readonly string[] = 'sealed' in route ? route.sealed : [];
  const sealed: Record<string, unknown> = {};
  for (const field of fields) {
    const secret = secrets[field];
    // One after the other: the order of the fields is that of their indexes.
    if (secret !== undefined)
      sealed[field] = await request.seal(await sealPlace(fields, field, body), secret);
  }
  return sealed;
}

/** The bytes of a proven reply that is no refusal. */
async function believed(request: ClientRequest, reply: Reply): Promise<Bytes> {
  let bytes: Bytes;
  try {
    bytes = new Uint8Array(await reply.arrayBuffer());
  } catch (error) {
    throw new ConnectionTrouble('lost', { cause: error });
  }
  try {
    await request.checkReply(reply.headers.get(replyProofHeader), reply.status, bytes);
  } catch (error) {
    throw troubleOf(error);
  }
  if (reply.status !== 200) throw new Refused(readAs(Refusal, bytes));
  return bytes;
}

/** What is proven and yet not in the contract comes from another version of it. */
function readAs<Schema extends z.ZodMiniType>(schema: Schema, bytes: Uint8Array): z.output<Schema> {
  let value: unknown;
  try {
    value = JSON.parse(textOf(bytes));
    return z.parse(schema, value);
  } catch (error) {
    const { data: greeting } = z.safeParse(DaemonGreeting, value);
    throw new ConnectionTrouble('wrong_version', {
      cause: error,
      ...(greeting ? { contract: greeting.contract } : {}),
    });
  }
}

function troubleOf(error: unknown): Error {
  if (!(error instanceof SessionFailure)) return error instanceof Error ? error : new Error(String(error));
  if (error.kind === 'cut_stream') return new ConnectionTrouble('lost', { cause: error });
  if (error.kind === 'wrong_version') return new ConnectionTrouble('wrong_version', { cause: error });
  return new ConnectionTrouble('stranger', { cause: error });
}
