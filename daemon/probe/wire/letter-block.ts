import { KnownFailure } from '../known-failure.ts';

const LF = 0x0a;
const CR = 0x0d;
const DOT = 0x2e;
/** Enough for most letters. */
const firstRoom = 16 * 1024;

/**
 * A letter as POP3 sends it (RFC 1939 §3): up to a line of one dot, dot-stuffing undone. Its first octets are kept, the rest
 * passes by. Throws `response_too_large` when it is longer than it may be.
 */
export class LetterBlock {
  readonly #kept: number;
  readonly #most: number;
  #room: Uint8Array<ArrayBuffer>;
  /** Of it, as much as is filled. */
  #filled = 0;
  #seen = 0;
  /** What of the line has come: nothing, its dot, its dot and CR, or text. */
  #line: 'begins' | 'dot' | 'dot, CR' | 'text' = 'begins';

  constructor({ kept, most }: { kept: number; most: number }) {
    this.#kept = kept;
    this.#most = most;
    this.#room = new Uint8Array(Math.min(kept, firstRoom));
  }

  /** As many of its first octets as are kept, in memory of their own: whoever takes them may free it. Empty when they were taken before. */
  takeOctets(): Buffer<ArrayBuffer> {
    const octets = Buffer.from(this.#room.buffer.transfer(this.#filled));
    this.#room = new Uint8Array();
    this.#filled = 0;
    return octets;
  }

  /** More came than was kept. */
  get cut(): boolean {
    return this.#seen > this.#kept;
  }

  /** What stands in the chunk behind the letter's end; undefined while it goes on. */
  feed(chunk: Buffer): Buffer | undefined {
    let at = 0;
    while (at < chunk.length) {
      if (this.#line === 'text') {
        const dotted = chunk.indexOf('\n.', at);
        const next = dotted === -1 ? chunk.length : dotted + 1;
        this.#keep(chunk.subarray(at, next));
        if (chunk[next - 1] === LF) this.#line = 'begins';
        at = next;
        continue;
      }
      const byte = chunk[at] ?? 0;
      if (this.#line === 'begins') {
        this.#line = byte === DOT ? 'dot' : 'text';
        if (byte === DOT) at += 1;
      } else if (byte === LF) {
        return chunk.subarray(at + 1);
      } else if (this.#line === 'dot' && byte === CR) {
        this.#line = 'dot, CR';
        at += 1;
      } else {
        if (this.#line === 'dot, CR') this.#keep(Buffer.of(CR));
        this.#line = 'text';
      }
    }
    return undefined;
  }

  #keep(piece: Buffer): void {
    this.#seen += piece.length;
    if (this.#seen > this.#most) {
      throw new KnownFailure('response_too_large', `One letter is longer than ${this.#most} octets.`);
    }
    // Copied: a line would hold on to the whole chunk it came in. The room grows as a whole: it is freed with what it moves out of.
    const rest = piece.subarray(0, this.#kept - this.#filled);
    const needed = this.#filled + rest.length;
    if (needed > this.#room.length) {
      const length = Math.min(this.#kept, Math.max(needed, 2 * this.#room.length));
      this.#room = new Uint8Array(this.#room.buffer.transfer(length));
    }
    this.#room.set(rest, this.#filled);
    this.#filled = needed;
  }
}
