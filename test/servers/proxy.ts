import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { setImmediate as nextTick, setTimeout as sleep } from 'node:timers/promises';
import { drained } from './drained.ts';

export interface ProxyOptions {
  /** The port behind, on `host`. */
  port: number;
  /** 127.0.0.1 unless told otherwise. */
  host?: string;
  /** Held back so long in each direction: half a round trip. */
  delayMs?: number;
  /** Seed for cutting the server's bytes anew, into pieces of 1 to 40 bytes. */
  rechunkSeed?: number;
}

/** What has passed through so far. */
export interface ProxyCounts {
  connections: number;
  bytesFromClient: number;
  bytesFromServer: number;
  /** Bursts of client bytes after the TCP connect: what the client had to wait a round trip for, each. */
  clientFlights: number;
}

/** A TCP proxy on a free loopback port, gone after `await using`. */
export interface Proxy extends AsyncDisposable {
  readonly host: string;
  readonly port: number;
  readonly counts: Readonly<ProxyCounts>;
}

/** Puts a longer wire, or one that cuts at random, in front of a server. */
export async function proxy(options: ProxyOptions): Promise<Proxy> {
  const { delayMs = 0, rechunkSeed } = options;
  const counts: ProxyCounts = { connections: 0, bytesFromClient: 0, bytesFromServer: 0, clientFlights: 0 };
  const sockets = new Set<Socket>();

  const listener = createServer((client) => {
    counts.connections += 1;
    const server = connect(options.port, options.host ?? '127.0.0.1');
    for (const [side, other] of [
      [client, server],
      [server, client],
    ] as const) {
      sockets.add(side);
      side.setNoDelay(true).on('close', () => sockets.delete(side));
      side.on('error', () => other.resetAndDestroy());
    }
    const countFlight = flightCounter(delayMs, () => (counts.clientFlights += 1));
    void carry(client, server, delayMs, (bytes) => {
      counts.bytesFromClient += bytes.length;
      countFlight();
      return [bytes];
    });
    const cut = rechunkSeed === undefined ? whole : cutter(rechunkSeed + counts.connections);
    void carry(server, client, delayMs, (bytes) => {
      counts.bytesFromServer += bytes.length;
      return cut(bytes);
    });
  });
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;

  return {
    host: '127.0.0.1',
    port,
    counts,
    async [Symbol.asyncDispose]() {
      const closed = new Promise((resolve) => listener.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

/** Passes bytes and the end on, in order, each `delayMs` after it came. */
async function carry(
  from: Socket,
  to: Socket,
  delayMs: number,
  piecesOf: (bytes: Buffer) => Buffer[],
): Promise<void> {
  let last = Promise.resolve();
  const pass = (then: () => Promise<void>): void => {
    const due = sleep(delayMs);
    last = last.then(() => due).then(then);
  };
  from.on('data', (bytes: Buffer) => {
    const pieces = piecesOf(bytes);
    pass(async () => {
      for (const piece of pieces) {
        if (to.destroyed || to.writableEnded) return;
        if (!to.write(piece)) await drained(to);
        if (pieces.length > 1) await nextTick();
      }
    });
  });
  from.on('end', () => pass(async () => void to.end()));
}

/** Client bytes that follow each other closer than a quarter of a round trip are one flight. */
function flightCounter(delayMs: number, count: () => void): () => void {
  const gapMs = Math.max((2 * delayMs) / 4, 5);
  let last = -Infinity;
  return () => {
    const now = performance.now();
    if (now - last > gapMs) count();
    last = now;
  };
}

function whole(bytes: Buffer): Buffer[] {
  return [bytes];
}

function cutter(seed: number): (bytes: Buffer) => Buffer[] {
  let state = seed >>> 0;
  // Numerical Recipes' linear congruential generator: the high bits are random enough to cut with.
  const random = (): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
  return (bytes) => {
    const pieces: Buffer[] = [];
    for (let at = 0; at < bytes.length; at += pieces.at(-1)?.length ?? 1) {
      pieces.push(bytes.subarray(at, at + 1 + Math.floor(random() * 40)));
    }
    return pieces;
  };
}
