import { KnownFailure } from '../known-failure.ts';
import type { MessageIds } from '../../../shared/event.ts';
import type { LetterBlock } from './letter-block.ts';

/** What one test may receive (security §5, Limits). Octets, but for `lines`. */
export const limits = {
  line: 64 * 1024,
  literal: 1024 * 1024,
  lines: 2_000,
  session: 4 * 1024 * 1024,
  list: 64 * 1024 * 1024,
};

export interface LineSink {
  /** One line without its CRLF; `continued` when it goes on behind a literal. */
  line(line: Buffer, continued: boolean): void;
  /** A piece of an IMAP literal, after the line that announced it (RFC 9051 §4.3). */
  literal(piece: Buffer): void;
}

/** Takes UIDs in any order; `ids` says what goes on to the library. */
export interface UidSink {
  add(uid: number): void;
  readonly ids: MessageIds;
}

/**
 * Replies that have a budget of their own: the list of message ids, in IMAP one line of any length, in POP3 many lines;
 * letters, in IMAP as literals among lines, in POP3 as a block that goes on as the one line `.` which ends it.
 */
export type Listing =
  | { form: 'search line'; ids: UidSink }
  | { form: 'lines' }
  | { form: 'letters'; octets: number; lines: number }
  | { form: 'block'; block: LetterBlock };

const LF = 0x0a;
const CR = 0x0d;
const ZERO = 0x30;
const OPEN = 0x28;
const searchHead = '* search';
/** 32 bits (RFC 9051 §2.3.1.1). */
const uidDigits = 10;
const highestUid = 0xffff_ffff;

/**
 * Cuts the server's bytes into whole lines, whatever pieces they come in, and throws
 * `response_too_large` before a limit is passed. An untagged SEARCH reply is counted as it streams
 * by and goes on as a line of its newest ids.
 */
export class LineReader {
  readonly #sink: LineSink;
  readonly #literals: boolean;
  #pending: Buffer[] = [];
  #pendingBytes = 0;
  #literalBytes = 0;
  /** The next line goes on behind a literal. */
  #continued = false;
  #lines = 0;
  #bytes = 0;
  #listBytes = 0;
  #inSearch = false;
  /** The first characters of the line, to tell a SEARCH by. */
  #head = '';
  #uid = 0;
  #digits = 0;
  /** Behind the ids, `(MODSEQ n)` is none (RFC 7162 §3.1.5). */
  #ignored = false;
  /** Set while the reply to a list command is awaited. */
  listing: Listing | undefined;

  constructor(sink: LineSink, { literals }: { literals: boolean }) {
    this.#sink = sink;
    this.#literals = literals;
  }

  /** What of a line has come without its end; for telling silence from garbage. */
  get partialLine(): Buffer {
    return Buffer.concat(this.#pending);
  }

  feed(chunk: Buffer): void {
    let rest = chunk;
    while (rest.length > 0) {
      if (this.listing?.form === 'block') rest = this.#feedBlock(rest, this.listing.block);
      else if (this.#literalBytes > 0) rest = this.#feedLiteral(rest);
      else if (this.#inSearch) rest = this.#feedSearch(rest);
      else rest = this.#feedLine(rest);
    }
  }

  /** What the chunks come to is new: a long walk's next step begins. */
  renew(): void {
    this.#lines = 0;
    this.#bytes = 0;
    this.#listBytes = 0;
  }

  #feedBlock(chunk: Buffer, block: LetterBlock): Buffer {
    const rest = block.feed(chunk);
    if (rest) this.#sink.line(Buffer.from('.'), false);
    return rest ?? Buffer.alloc(0);
  }

  #feedLiteral(chunk: Buffer): Buffer {
    const piece = chunk.subarray(0, this.#literalBytes);
    this.#spend(piece.length);
    this.#literalBytes -= piece.length;
    this.#sink.literal(piece);
    return chunk.subarray(piece.length);
  }

  #feedLine(chunk: Buffer): Buffer {
    const end = chunk.indexOf(LF);
    const piece = end === -1 ? chunk : chunk.subarray(0, end);
    if (this.#head.length <= searchHead.length)
      this.#head += piece.toString('latin1', 0, searchHead.length + 1);
    if (this.#pendingBytes + piece.length > limits.line && !this.#startsSearch()) {
      throw new KnownFailure('response_too_large', `One line is longer than ${limits.line} octets.`);
    }
    this.#pending.push(piece);
    this.#pendingBytes += piece.length;
    if (this.#startsSearch()) return this.#beginSearch(end === -1 ? Buffer.alloc(0) : chunk.subarray(end));
    if (end === -1) return Buffer.alloc(0);
    this.#endLine(this.#takePending());
    return chunk.subarray(end + 1);
  }

  #endLine(raw: Buffer): void {
    const line = raw.at(-1) === CR ? raw.subarray(0, -1) : raw;
    this.#spend(line.length + 2);
    const most = this.listing?.form === 'letters' ? this.listing.lines : limits.lines;
    if (this.listing?.form !== 'lines') this.#lines += 1;
    if (this.#lines > most) {
      throw new KnownFailure('response_too_large', `The server sent more than ${most} lines.`);
    }
    const announced = this.#literals ? announcedLiteral(line) : undefined;
    this.#literalBytes = announced ?? 0;
    const continued = this.#continued;
    // The line goes on behind an empty literal as well.
    this.#continued = announced !== undefined;
    this.#sink.line(line, continued);
  }

  #startsSearch(): boolean {
    if (this.listing?.form !== 'search line') return false;
    return this.#head.slice(0, searchHead.length + 1).toLowerCase() === `${searchHead} `;
  }

  #beginSearch(after: Buffer): Buffer {
    this.#inSearch = true;
    const seen = this.#takePending().subarray(searchHead.length);
    return Buffer.concat([seen, after]);
  }

  #feedSearch(chunk: Buffer): Buffer {
    const end = chunk.indexOf(LF);
    const piece = end === -1 ? chunk : chunk.subarray(0, end);
    this.#spendList(piece.length);
    for (const byte of piece) {
      if (byte === OPEN) this.#ignored = true;
      if (byte < ZERO || byte > ZERO + 9) this.#endNumber();
      else this.#addDigit(byte - ZERO);
    }
    if (end === -1) return Buffer.alloc(0);
    this.#endNumber();
    this.#inSearch = false;
    this.#ignored = false;
    const newest = this.listing?.form === 'search line' ? this.listing.ids.ids.newest.toReversed() : [];
    this.#endLine(Buffer.from(['* SEARCH', ...newest].join(' ')));
    return chunk.subarray(end + 1);
  }

  #addDigit(digit: number): void {
    this.#uid = this.#uid * 10 + digit;
    this.#digits += 1;
    if (this.#digits > uidDigits || this.#uid > highestUid) {
      throw new KnownFailure('protocol_error', 'A message id is larger than a UID can be.');
    }
  }

  #endNumber(): void {
    const wanted = this.#digits > 0 && !this.#ignored;
    if (wanted && this.listing?.form === 'search line') this.listing.ids.add(this.#uid);
    this.#uid = 0;
    this.#digits = 0;
  }

  #takePending(): Buffer {
    const [only] = this.#pending;
    const whole = only && this.#pending.length === 1 ? only : Buffer.concat(this.#pending);
    this.#pending = [];
    this.#pendingBytes = 0;
    this.#head = '';
    return whole;
  }

  #spend(bytes: number): void {
    if (this.listing?.form === 'lines') return this.#spendList(bytes);
    const most = this.listing?.form === 'letters' ? this.listing.octets : limits.session;
    this.#bytes += bytes;
    if (this.#bytes > most) {
      throw new KnownFailure('response_too_large', `The server sent more than ${most} octets.`);
    }
  }

  #spendList(bytes: number): void {
    this.#listBytes += bytes;
    if (this.#listBytes > limits.list) {
      throw new KnownFailure(
        'response_too_large',
        `The list of message ids is longer than ${limits.list} octets.`,
      );
    }
  }
}

/** The size at the end of a line such as `* LIST () "/" {5}`, refused before a byte of it is read; undefined where none is announced. */
function announcedLiteral(line: Buffer): number | undefined {
  if (line.at(-1) !== 0x7d) return undefined;
  const tail = line.toString('latin1', Math.max(0, line.length - 128));
  const size = /\{(-?\d+)\+?\}$/.exec(tail)?.[1];
  if (size === undefined) return undefined;
  const octets = Number(size);
  if (octets < 0 || octets > limits.literal) {
    throw new KnownFailure('response_too_large', `The server announced a literal of ${size} octets.`);
  }
  return octets;
}
