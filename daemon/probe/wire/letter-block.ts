import { KnownFailure } from '../known-failure.ts';

const LF = 0x0a;
const CR = 0x0d;
const DOT = 0x2e;
/** A letter may be of bare line ends: a buffer for each would take a hundred times its size. */
const roomBytes = 16 * 1024;

/**
 * A letter as POP3 sends it (RFC 1939 §3): up to a line of one dot, dot-stuffing undone. Its first octets are kept, the rest
 * passes by. Throws `response_too_large` when it is longer than it may be.
 */
export class LetterBlock {
  readonly #kept: number;
  readonly #most: number;
  readonly #pieces: Buffer[] = [];
  /** What is left of the last one. */
  #free = Buffer.alloc(0);
  #keptBytes = 0;
  #seen = 0;
  /** What of the line has come: nothing, its dot, its dot and CR, or text. */
  #line: 'begins' | 'dot' | 'dot, CR' | 'text' = 'begins';

  constructor({ kept, most }: { kept: number; most: number }) {
    this.#kept = kept;
    this.#most = most;
  }

  /** As many of its first octets as are kept. */
  get bytes(): Buffer {
    return Buffer.concat(this.#pieces, Math.min(this.#kept, this.#keptBytes));
  }

  /** More came than was kept. */
  get cut(): boolean {
    return this.#keptBytes > this.#kept;
  }

  /** What stands in the chunk behind the letter's end; undefined while it goes on. */
  feed(chunk: Buffer): Buffer | undefined {
    let at = 0;
    while (at < chunk.length) {
      if (this.#line === 'text') {
        const end = chunk.indexOf(LF, at);
        const next = end === -1 ? chunk.length : end + 1;
        this.#keep(chunk.subarray(at, next));
        if (end !== -1) this.#line = 'begins';
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
    // Copied: a line would hold on to the whole chunk it came in.
    let rest = piece.subarray(0, Math.max(0, this.#kept - this.#keptBytes));
    this.#keptBytes += piece.length;
    while (rest.length > 0) {
      if (this.#free.length === 0) {
        this.#free = Buffer.alloc(roomBytes);
        this.#pieces.push(this.#free);
      }
      const copied = rest.copy(this.#free);
      this.#free = this.#free.subarray(copied);
      rest = rest.subarray(copied);
    }
  }
}
