import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Peer, type PeerOptions } from './peer.ts';
import type { Script } from './steps.ts';

/** How long `verify` waits for a session that is about to end. */
const graceMs = 500;

export interface ScriptedServerOptions extends PeerOptions {
  /** Loopback address to listen on; 127.0.0.1 unless told otherwise. */
  host?: string;
}

/** A server on a free port that plays a script to each client. Gone, with its connections, after `await using`. */
export interface ScriptedServer extends AsyncDisposable {
  readonly host: string;
  readonly port: number;
  /** One for each client so far, in order of arrival. */
  readonly connections: readonly Peer[];
  /** What all clients sent in clear. */
  readonly receivedBeforeTls: Buffer;
  /** What all clients sent inside TLS. */
  readonly receivedAfterTls: Buffer;
  /** Throws unless at least one client came and each walked its script to the end, with no word left over. */
  verify(): Promise<void>;
}

interface Session {
  peer: Peer;
  doing: string;
  problem: string | undefined;
  played: Promise<void>;
}

/**
 * Plays `script` to every client; a list of scripts goes one to each client, the last of them to all that
 * follow. A client that does not follow is cut off, and `verify()` tells where.
 */
export async function scriptedServer(
  script: Script | readonly Script[],
  options: ScriptedServerOptions = {},
): Promise<ScriptedServer> {
  const scripts = isList(script) ? script : [script];
  const sessions: Session[] = [];
  const host = options.host ?? '127.0.0.1';
  const listener = createServer((socket) => {
    sessions.push(
      startSession(socket, scripts[Math.min(sessions.length, scripts.length - 1)] ?? [], options),
    );
  });
  listener.listen(0, host);
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;

  return {
    host,
    port,
    get connections() {
      return sessions.map(({ peer }) => peer);
    },
    get receivedBeforeTls() {
      return Buffer.concat(sessions.map(({ peer }) => peer.receivedBeforeTls));
    },
    get receivedAfterTls() {
      return Buffer.concat(sessions.map(({ peer }) => peer.receivedAfterTls));
    },
    async verify() {
      const problems = await Promise.all(sessions.map(problemOf));
      if (sessions.length === 0) problems.push('no client has come');
      const found = problems.flatMap((problem, at) => (problem ? [`connection ${at + 1}: ${problem}`] : []));
      if (found.length > 0) throw new Error(`The client did not follow the script.\n${found.join('\n')}`);
    },
    async [Symbol.asyncDispose]() {
      const closed = new Promise((resolve) => listener.close(resolve));
      for (const { peer } of sessions) peer.destroy();
      await Promise.all([closed, ...sessions.map(({ played }) => played)]);
    },
  };
}

function isList(script: Script | readonly Script[]): script is readonly Script[] {
  return Array.isArray(script[0]);
}

function startSession(socket: Socket, script: Script, options: PeerOptions): Session {
  const session: Session = {
    peer: new Peer(socket, options),
    doing: '',
    problem: undefined,
    played: Promise.resolve(),
  };
  session.played = play(script, session);
  return session;
}

async function play(script: Script, session: Session): Promise<void> {
  for (const [at, step] of script.entries()) {
    session.doing = `step ${at + 1}, ${step.label}`;
    try {
      await step.run(session.peer);
    } catch (error) {
      session.problem = `${session.doing}: ${error instanceof Error ? error.message : String(error)}`;
      session.peer.destroy();
      return;
    }
  }
  session.doing = '';
}

async function problemOf(session: Session): Promise<string | undefined> {
  const ended = session.played.then(() => true);
  if (!(await Promise.race([ended, sleep(graceMs, false)]))) return `${session.doing}: still waiting`;
  if (session.problem) return session.problem;
  const { unread } = session.peer;
  return unread && `after the last step the client sent ${JSON.stringify(unread)}`;
}
