import { setTimeout as sleep } from 'node:timers/promises';
import type { TlsOptions } from 'node:tls';
import type { Peer } from './peer.ts';

/** One move of a scripted server. `run` throws an Error when the client did something else. */
export interface Step {
  readonly label: string;
  run(peer: Peer): Promise<void>;
}

/** A session from the server's side, in order. When it ends the connection stays open until the client goes. */
export type Script = readonly Step[];

/** What a server may send: a line (CRLF is added), raw bytes, or either made from what the client said. */
export type Output = string | Uint8Array | ((peer: Peer) => string | Uint8Array);

/** Sends lines or raw bytes, all in one write. */
export function send(...outputs: Output[]): Step {
  return step(`send ${outputs.map(show).join(' ')}`, (peer) =>
    peer.write(Buffer.concat(outputs.map((output) => bytesOf(output, peer)))),
  );
}

/** Sends one line under the tag of the client's last command, such as `sendTagged('OK done')`. */
export function sendTagged(text: string): Step {
  return send((peer) => `${peer.tag} ${text}`);
}

/** Reads one line that must be this text, or match. */
export function receive(expected: string | RegExp): Step {
  return receiveLine(expected, (line) => line);
}

/** As `receive`, without the tag that stands in front. */
export function receiveTagged(expected: string | RegExp): Step {
  return receiveLine(expected, (line) => line.slice(line.indexOf(' ') + 1));
}

/** TLS from here on: after the reply to STARTTLS, or as the first step for implicit TLS. */
export function startTls(options?: TlsOptions): Step {
  return step('start TLS', (peer) => peer.startTls(options));
}

/** Ends the connection properly (FIN). */
export function close(): Step {
  return step('close', (peer) => {
    peer.end();
    return peer.drain();
  });
}

/** Breaks the connection (RST). */
export function reset(): Step {
  return step('reset', async (peer) => peer.reset());
}

/** Takes what comes and never says another word. */
export function silence(): Step {
  return step('silence', (peer) => peer.drain());
}

/** Does nothing for a while. */
export function pause(ms: number): Step {
  return step(`pause ${ms} ms`, (peer) => sleepUnlessClosed(peer, ms));
}

/** Sends a text or bytes as they are, one byte each `everyMs`. */
export function drip(text: string | Uint8Array, everyMs: number): Step {
  return step('drip', async (peer) => {
    for (const byte of Buffer.from(text)) {
      await peer.write(Buffer.of(byte));
      if (await sleepUnlessClosed(peer, everyMs)) return;
    }
  });
}

/** Sends one piece over and over, as fast as the client reads; without a total until the client goes. */
export function flood(piece: string | Uint8Array, totalBytes = Infinity): Step {
  return step('flood', async (peer) => {
    let gone = false;
    void peer.closed.then(() => (gone = true));
    const bytes = Buffer.from(piece);
    for (let sent = 0; sent < totalBytes && !gone; sent += bytes.length) {
      await peer.write(bytes.subarray(0, Math.min(bytes.length, totalBytes - sent)));
      // A client in this same process must have its turn to read, and a timer its turn to fire.
      if (sent % (1 << 20) < bytes.length) await sleepUnlessClosed(peer, 0);
    }
  });
}

/** A step of one's own. */
export function step(label: string, run: (peer: Peer) => Promise<unknown>): Step {
  return { label, run: async (peer) => void (await run(peer)) };
}

function receiveLine(expected: string | RegExp, partOf: (line: string) => string): Step {
  return step(`receive ${show(expected)}`, async (peer) => {
    const line = await peer.readLine();
    if (line === undefined) throw new Error('the client left');
    const part = partOf(line);
    const right = typeof expected === 'string' ? part === expected : expected.test(part);
    if (!right) throw new Error(`the client sent ${JSON.stringify(line)}`);
  });
}

function bytesOf(output: Output, peer: Peer): Uint8Array {
  const value = typeof output === 'function' ? output(peer) : output;
  return typeof value === 'string' ? Buffer.from(`${value}\r\n`) : value;
}

function show(value: Output | RegExp): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (value instanceof RegExp) return String(value);
  return typeof value === 'function' ? '(made on the spot)' : `(${value.length} bytes)`;
}

/** Says whether the client went meanwhile. */
async function sleepUnlessClosed(peer: Peer, ms: number): Promise<boolean> {
  const timer = new AbortController();
  const slept = sleep(ms, false, { signal: timer.signal }).catch(() => true);
  const left = peer.closed.then(() => true);
  const gone = await Promise.race([slept, left]);
  timer.abort();
  return gone;
}
