import type { Socket } from 'node:net';
import { setImmediate as nextTick } from 'node:timers/promises';
import { createServer, type TlsOptions, type TLSSocket } from 'node:tls';
import { drained } from './drained.ts';

/** The first byte of a TLS record that carries a handshake (RFC 8446 §5.1). */
const handshakeRecord = 0x16;

export interface PeerOptions {
  /** What `startTls` uses when it is given nothing. */
  tls?: TlsOptions | undefined;
  /** Every byte in a write of its own. */
  splitOutput?: boolean | undefined;
}

/** One client as a scripted server sees it: what it sent, in clear and inside TLS, and the ways to answer it. */
export class Peer {
  /** The first word of the last line read: the tag, in IMAP. */
  tag = '*';
  /** Why the handshake or the connection broke, such as a client that refused the certificate. */
  error: Error | undefined;
  /** Settles when the connection is gone, whoever ended it. */
  readonly closed: Promise<void>;

  readonly #raw: Socket;
  readonly #options: PeerOptions;
  readonly #beforeTls: Buffer[] = [];
  readonly #afterTls: Buffer[] = [];
  #socket: Socket | TLSSocket;
  #unread = Buffer.alloc(0);
  #ended = false;
  #wake: () => void = () => {};
  #takeHello: ((hello: Buffer) => void) | undefined;
  #stopListening: () => void = () => {};

  constructor(socket: Socket, options: PeerOptions = {}) {
    this.#raw = socket;
    this.#socket = socket;
    this.#options = options;
    socket.setNoDelay(true);
    socket.on('error', (error) => (this.error ??= error));
    this.closed = new Promise((resolve) => socket.once('close', () => resolve(this.#end())));
    this.#listen(this.#beforeTls);
  }

  get secured(): boolean {
    return this.#socket !== this.#raw;
  }

  /** Every byte the client sent outside TLS, handshakes apart. */
  get receivedBeforeTls(): Buffer {
    return Buffer.concat(this.#beforeTls);
  }

  /** Every byte the client sent inside TLS, decrypted. */
  get receivedAfterTls(): Buffer {
    return Buffer.concat(this.#afterTls);
  }

  /** What has arrived and no step has read. */
  get unread(): string {
    return this.#unread.toString();
  }

  /** The next line without its line end, as UTF-8; `undefined` when the client has gone. */
  async readLine(): Promise<string | undefined> {
    for (;;) {
      const end = this.#unread.indexOf('\n');
      if (end !== -1) {
        const line = this.#take(end + 1)
          .toString()
          .replace(/\r?\n$/, '');
        this.tag = line.split(' ', 1)[0] || '*';
        return line;
      }
      if (this.#ended) return undefined;
      await this.#more();
    }
  }

  /** So many bytes, for a literal; fewer when the client has gone. */
  async readBytes(count: number): Promise<Buffer> {
    while (this.#unread.length < count && !this.#ended) await this.#more();
    return this.#take(count);
  }

  /** Reads and drops until the client is gone; what arrives is still recorded. */
  async drain(): Promise<void> {
    while (!this.#ended) {
      this.#unread = Buffer.alloc(0);
      await this.#more();
    }
    this.#unread = Buffer.alloc(0);
  }

  /** Waits while the client does not read; a client that has gone is no error. */
  async write(bytes: string | Uint8Array): Promise<void> {
    const all = Buffer.from(bytes);
    const pieces = this.#options.splitOutput ? Array.from(all, (byte) => Buffer.of(byte)) : [all];
    for (const piece of pieces) {
      if (this.#socket.destroyed || this.#socket.writableEnded) return;
      if (!this.#socket.write(piece)) await drained(this.#socket);
      if (pieces.length > 1) await nextTick();
    }
  }

  /** Turns the connection into TLS. Throws when the handshake fails or the client speaks something else. */
  async startTls(options: TlsOptions | undefined = this.#options.tls): Promise<void> {
    if (!options) throw new Error('startTls() needs a certificate: give scriptedServer() the option `tls`.');
    const hello = await this.#hello();
    if (this.#ended) throw new Error('the client left instead of a TLS handshake');
    this.#raw.unshift(hello);
    const context = createServer({ handshakeTimeout: 60_000, ...options });
    const secured = new Promise<TLSSocket>((resolve, reject) => {
      context.once('secureConnection', resolve).once('tlsClientError', reject);
      void this.closed.then(() => reject(this.error ?? new Error('the client left')));
    });
    context.emit('connection', this.#raw);
    try {
      this.#socket = await secured;
    } catch (error) {
      this.error ??= error instanceof Error ? error : new Error(String(error));
      this.#raw.destroy();
      throw new Error(`TLS handshake: ${this.error.message}`, { cause: error });
    }
    this.#socket.on('error', (error: Error) => {
      this.error ??= error;
    });
    this.#listen(this.#afterTls);
  }

  /** Sends FIN (after a TLS close_notify) and goes on listening. */
  end(): void {
    this.#socket.end();
  }

  /** Sends RST, inside TLS too. */
  reset(): void {
    this.#raw.resetAndDestroy();
  }

  destroy(): void {
    this.#socket.destroy();
    this.#raw.destroy();
  }

  #listen(record: Buffer[]): void {
    const socket = this.#socket;
    const take = (chunk: Buffer): void => {
      if (this.#takeHello && chunk[0] === handshakeRecord) return this.#takeHello(chunk);
      record.push(chunk);
      // A client that speaks plain text to TLS: recorded in clear, and left to fail the handshake.
      if (this.#takeHello) return this.#takeHello(chunk);
      this.#unread = Buffer.concat([this.#unread, chunk]);
      this.#wake();
    };
    socket.on('end', () => this.#end()).on('data', take);
    this.#stopListening = () => socket.off('data', take);
  }

  /** The first bytes meant for TLS, with nobody listening on the plain socket any more. */
  async #hello(): Promise<Buffer> {
    const early = this.#take(this.#unread.length);
    const hello =
      early.length > 0 || this.#ended
        ? early
        : await new Promise<Buffer>((resolve) => {
            this.#takeHello = resolve;
            void this.closed.then(() => resolve(Buffer.alloc(0)));
          });
    this.#takeHello = undefined;
    this.#raw.pause();
    this.#stopListening();
    return hello;
  }

  #take(count: number): Buffer {
    const taken = this.#unread.subarray(0, count);
    this.#unread = this.#unread.subarray(count);
    return taken;
  }

  #more(): Promise<void> {
    return new Promise((resolve) => (this.#wake = resolve));
  }

  #end(): void {
    this.#ended = true;
    this.#wake();
  }
}
