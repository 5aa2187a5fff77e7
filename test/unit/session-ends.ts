import { generateIdentity, type Identity } from '../../shared/session/identity.ts';
import type { Post } from '../../shared/session/messages.ts';
import { pair } from '../../shared/session/pairing-client.ts';
import { type PairedClient, type PairingDaemon, pairingDaemon } from '../../shared/session/pairing-daemon.ts';
import { type ClientSession, startSession } from '../../shared/session/session-client.ts';
import { type SessionDaemon, sessionDaemon } from '../../shared/session/session-daemon.ts';
import { SessionFailure } from '../../shared/session/session-failure.ts';
import type { Bytes } from '../../shared/session/web-crypto.ts';

export const port = 47_600;
export const origin = `chrome-extension://${'abcdefghijklmnop'.repeat(2)}`;
export const otherOrigin = 'moz-extension://11111111-2222-4333-8444-555555555555';

/** A daemon without HTTP: its clock is set by hand, its terminal and its clients can be looked at. */
export interface Daemon {
  readonly identity: Identity;
  readonly pairing: PairingDaemon;
  readonly sessions: SessionDaemon;
  readonly clients: Map<string, PairedClient>;
  /** The codes it has shown; the last one counts. */
  readonly codes: string[];
  readonly clock: { nowMs: number };
  readonly bootId: Bytes;
  post(from?: string): Post;
}

export async function makeDaemon({ identity }: { identity?: Identity } = {}): Promise<Daemon> {
  const own = identity ?? (await generateIdentity());
  const clock = { nowMs: 1_000_000 };
  const clients = new Map<string, PairedClient>();
  const codes: string[] = [];
  const bootId = crypto.getRandomValues(new Uint8Array(16));
  const shared = { identity: own, bootId, port, nowMs: () => clock.nowMs };
  const pairing = pairingDaemon({ ...shared, showCode: (code) => codes.push(code) });
  const sessions = sessionDaemon({ ...shared, findClient: async (id) => clients.get(id) });

  const answer = async (path: string, body: unknown, from: string): Promise<unknown> => {
    if (path === '/pair/start') return pairing.start(body, from);
    if (path === '/session/start') return sessions.start(body, from);
    if (path === '/session/finish') return sessions.finish(body, from);
    const { client, reply } = await pairing.finish(body, from);
    clients.set(client.id, client);
    return reply;
  };
  return {
    identity: own,
    pairing,
    sessions,
    clients,
    codes,
    clock,
    bootId,
    post: (from = origin) => {
      return async (path, body) => {
        const reply = await answer(path, JSON.parse(JSON.stringify(body)), from);
        return reply === undefined ? undefined : (JSON.parse(JSON.stringify(reply)) as unknown);
      };
    },
  };
}

export interface Browser {
  readonly identity: Identity;
  readonly name: string;
  readonly origin: string;
  readonly port: number;
}

export async function makeBrowser(own: Partial<Browser> = {}): Promise<Browser> {
  return { identity: await generateIdentity(), name: 'Ada’s Chromium', origin, port, ...own };
}

/** A daemon and a browser that are paired. */
export async function makePair(): Promise<{ daemon: Daemon; browser: Browser }> {
  const [daemon, browser] = await Promise.all([makeDaemon(), makeBrowser()]);
  daemon.pairing.stand();
  await pair(daemon.post(), { ...browser, code: daemon.codes[0] ?? '' });
  return { daemon, browser };
}

export function connect(daemon: Daemon, browser: Browser, post = daemon.post(browser.origin)) {
  return startSession(post, { ...browser, daemon: { key: daemon.identity.publicKey, port: browser.port } });
}

/** A pair with one session between them. */
export async function makeSession(): Promise<{ daemon: Daemon; browser: Browser; session: ClientSession }> {
  const ends = await makePair();
  return { ...ends, session: await connect(ends.daemon, ends.browser) };
}

/** What the gate does with one request. */
export function arrive(
  daemon: Daemon,
  header: string,
  request: { method: string; path: string; body: Uint8Array },
  from = origin,
) {
  return Promise.resolve()
    .then(() => daemon.sessions.admit(header, from))
    .then((authorization) => daemon.sessions.prove(authorization, request));
}

/** The kind of the failure that this ends in; a success or another error is told as it is. */
export async function failureOf(outcome: Promise<unknown> | (() => unknown)): Promise<string> {
  try {
    await (typeof outcome === 'function' ? outcome() : outcome);
    return 'no failure';
  } catch (error) {
    return error instanceof SessionFailure ? error.kind : String(error);
  }
}

/** The same bytes with one bit of one byte turned. */
export function flip(bytes: Uint8Array, at: number): Bytes {
  const flipped = new Uint8Array(bytes);
  const index = Math.floor(at / 8) % flipped.length;
  flipped[index] = (flipped[index] ?? 0) ^ (1 << (at % 8));
  return flipped;
}

export const text = (bytes: string) => new TextEncoder().encode(bytes);
