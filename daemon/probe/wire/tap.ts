import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';

/** Enough of a banner to tell who speaks. */
const keptBytes = 512;

/**
 * The TCP socket as a stream that remembers the first bytes the server sent. OpenSSL says only
 * "wrong version number" to a server that speaks plain text; these bytes say which one it is.
 */
export class Tap extends Duplex {
  readonly #socket: Socket;
  #first = Buffer.alloc(0);

  constructor(socket: Socket) {
    super({ allowHalfOpen: true });
    this.#socket = socket;
    socket.on('data', (chunk: Buffer) => {
      if (this.#first.length < keptBytes) {
        this.#first = Buffer.concat([this.#first, chunk.subarray(0, keptBytes - this.#first.length)]);
      }
      if (!this.push(chunk)) socket.pause();
    });
    socket.on('end', () => this.push(null));
    // The connection may break while nobody reads yet; whoever comes finds the stream destroyed.
    this.on('error', () => undefined);
    socket.on('error', (error) => this.destroy(error));
    socket.on('close', () => this.destroy());
  }

  /** Starts remembering anew: what comes now answers the TLS handshake. */
  forget(): void {
    this.#first = Buffer.alloc(0);
  }

  /** The server's first bytes, 512 at most. */
  get firstBytes(): Buffer {
    return this.#first;
  }

  /** What lies unread. */
  readAll(): Buffer {
    const pieces: Buffer[] = [];
    for (let piece: unknown = this.read(); piece instanceof Buffer; piece = this.read()) pieces.push(piece);
    return Buffer.concat(pieces);
  }

  override _read(): void {
    this.#socket.resume();
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#socket.write(chunk, done);
  }

  override _final(done: (error?: Error | null) => void): void {
    this.#socket.end(() => done());
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#socket.destroy();
    done(error);
  }
}
