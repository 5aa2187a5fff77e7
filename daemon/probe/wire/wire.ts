import { Duplex } from 'node:stream';
import type { AccountType } from '../../../shared/account.ts';
import type { Evidence } from '../../../shared/evidence.ts';
import { type Referee, refereeFor } from '../referee.ts';
import { asError, CodedFailure, KnownFailure } from '../known-failure.ts';
import type { Transcript } from '../transcript.ts';
import { ChunkQueue } from './chunk-queue.ts';
import { cutShortBy } from './cut-short.ts';
import { decodeLine } from './decode-line.ts';
import { isInList, LastWords } from './last-words.ts';
import { LineInbox } from './line-inbox.ts';
import { LineReader, type Listing } from './line-reader.ts';
import { handOver, refuseInjected } from './plain-text.ts';
import type { Tap } from './tap.ts';
import { startTls, type TlsPolicy } from './tls.ts';

/**
 * The one stream under all three mail libraries. It cuts the server's bytes into whole lines within
 * the limits, records both sides, upgrades to TLS, and breaks with the first true cause. Read either
 * line by line (`readLine`), by a listener (`listen`), or as a stream by a library (`stream`).
 */
export class Wire extends Duplex {
  readonly #tap: Tap;
  readonly #transcript: Transcript;
  readonly #type: AccountType;
  readonly #checkDeadline: () => void;
  readonly #referee: Referee | undefined;
  #carrier: Duplex;
  #reader: LineReader;
  /** A line, or a piece of a literal. */
  #receive: (line: Buffer | undefined, piece?: Buffer) => void;
  readonly #inbox = new LineInbox();
  readonly #words: LastWords;
  #failure: Error | undefined;
  readonly #rejectBroken: (error: Error) => void;
  /** Rejects with the first cause that ends the wire: a limit, a closed or reset connection, an abort. */
  readonly broken: Promise<never>;
  /** A library's promise, cut short by what breaks the wire: not all of them notice. */
  readonly guard: <T>(work: Promise<T>) => Promise<T>;
  /** Is TLS on? */
  secured = false;

  /** `checkDeadline` is asked before every chunk: a flood keeps timers from their turn. */
  constructor(
    tap: Tap,
    type: AccountType,
    transcript: Transcript,
    { signal, checkDeadline }: { signal: AbortSignal; checkDeadline: () => void },
  ) {
    super({ allowHalfOpen: true, emitClose: true });
    this.#tap = tap;
    this.#carrier = tap;
    this.#type = type;
    this.#transcript = transcript;
    this.#words = new LastWords(transcript);
    this.#checkDeadline = checkDeadline;
    this.#referee = refereeFor(type);
    this.#receive = this.#queueLine;
    const broken = Promise.withResolvers<never>();
    this.broken = broken.promise;
    this.#rejectBroken = broken.reject;
    this.guard = cutShortBy(broken.promise);
    this.on('error', () => undefined);
    this.#reader = this.#newReader();
    signal.addEventListener('abort', () => this.fail(asError(signal.reason)), { once: true });
  }

  /** Starts reading from the connection. Until then the server's first bytes wait. */
  open(): void {
    this.#attach(this.#tap);
  }

  /** Implicit TLS, before the first line (RFC 8314 §3). */
  async secure(policy: TlsPolicy): Promise<Evidence['tls']> {
    const { socket, evidence } = await handOver(this.#tap, 'implicit', startTls(this.#tap, policy));
    this.#attach(socket);
    this.secured = true;
    return evidence;
  }

  /**
   * STARTTLS or STLS, right after the server's go-ahead. Throws `starttls_injection` when text came
   * with it or instead of the handshake; everything said in plain text is forgotten.
   */
  async upgrade(policy: TlsPolicy): Promise<Evidence['tls']> {
    if (this.#failure) throw this.#failure;
    const plain = this.#tap;
    // From here on the TLS socket reads the tap, and tells of its end.
    for (const event of ['data', 'end', 'close']) plain.removeAllListeners(event);
    plain.pause();
    const lines = this.#inbox.takeAll().map((line) => Buffer.from(line));
    refuseInjected([...lines, this.#reader.partialLine, plain.readAll()]);
    plain.forget();
    this.#reader = this.#newReader();
    const { socket, evidence } = await handOver(plain, 'upgrade', startTls(plain, policy));
    this.#attach(socket);
    this.secured = true;
    this.#transcript.note(`TLS started: ${evidence.version}`);
    return evidence;
  }

  /** The server's words since our last command, as they may be shown. */
  get words(): string {
    return this.#words.shown;
  }

  /** As they came: for deciding, never for showing. */
  get rawWords(): string {
    return this.#words.raw;
  }

  /** A new stage begins: what was said before does not explain it. */
  readonly forgetWords = (): void => this.#words.clear();

  /** What came without a line end. */
  readonly partialLine = (): Buffer => this.#reader.partialLine;
  readLine(): Promise<string> {
    // What came before the connection broke still counts.
    const line = this.#inbox.takeNow();
    return line === undefined ? this.guard(this.#inbox.take()) : Promise.resolve(line);
  }

  /** Several lines go out in one segment: only where the server allows pipelining (RFC 2920, RFC 2449 §6.6). */
  writeLines(...lines: string[]): void {
    const unasked = this.#inbox.takeNow();
    const tooMuch = 'The server said more than it was asked.';
    if (unasked !== undefined) throw new KnownFailure('protocol_error', tooMuch, { reply: unasked });
    // A library that was told nonsense ends the session on its own.
    if (this.writableEnded) throw new KnownFailure('protocol_error', 'The session ended in the middle.');
    this.write(lines.map((line) => `${line}\r\n`).join(''));
  }

  /** Octets that are no commands: no line of them wants a reply, and the transcript has none. Resolves when there is room for more. */
  writeUnseen(octets: Buffer): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.#carrier.write(octets, (error) => (error ? reject(error) : resolve()));
    return this.guard(promise);
  }

  /** Hands the server's lines to a library as a stream; `first` goes before them, such as the greeting again. */
  stream(first?: string): this {
    this.#receive = (line, piece = Buffer.alloc(0)) => {
      if (!this.push(line ? Buffer.concat([line, crlf]) : piece)) this.#carrier.pause();
    };
    if (first !== undefined) this.push(`${first.replaceAll('\n', '\r\n')}\r\n`);
    for (const line of this.#inbox.takeAll()) this.push(`${line}\r\n`);
    return this;
  }

  /** Hands the server's lines to a function; those it returns false for wait to be read. */
  listen(onLine: (line: string) => boolean): void {
    this.#receive = (line) => {
      if (line && !onLine(decodeLine(line))) this.#queueLine(line);
    };
    for (const line of this.#inbox.takeAll()) if (!onLine(line)) this.#inbox.put(line);
  }

  /** Takes the lines back from a library. */
  takeBack(): void {
    this.#receive = this.#queueLine;
    this.#carrier.resume();
  }

  /** The next reply is a list of message ids, or letters: it has its own budget. */
  expectList(listing: Listing | undefined): void {
    this.#reader.listing = listing;
  }

  readonly endList = (): void => this.expectList(undefined);

  /** The next step of a long walk may receive as much as the one before. */
  readonly renewLimits = (): void => this.#reader.renew();

  /** Ends the wire; the first cause stays. */
  fail(error: Error): void {
    if (this.#failure) return;
    this.#failure = error;
    const rest = this.#reader.partialLine;
    if (rest.length > 0) this.#words.add(rest.subarray(0, 512), false);
    this.#rejectBroken(error);
    this.destroy(error);
  }

  /** For the libraries' idle timers: the walk's one deadline stands above them. */
  setTimeout(): this {
    return this;
  }

  override _read(): void {
    this.#carrier.resume();
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#words.clear();
    this.#transcript.client(chunk);
    this.#referee?.client(chunk);
    this.#carrier.write(chunk, done);
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.fail(error ?? new CodedFailure('ECLOSED', 'The connection is closed.'));
    this.#carrier.destroy();
    this.#tap.destroy();
    done(error);
  }

  #attach(carrier: Duplex): void {
    this.#carrier = carrier;
    const queue = new ChunkQueue(this.#feed, () => this.#reader.listing !== undefined);
    carrier.on('data', (chunk: Buffer) => queue.add(chunk));
    carrier.on('error', (error: Error) => queue.whenEmpty(() => this.fail(error)));
    for (const event of ['end', 'close']) carrier.on(event, () => queue.whenEmpty(() => this.fail(hungUp())));
    if (carrier.destroyed) this.fail(carrier.errored ?? hungUp());
  }

  readonly #feed = (chunk: Buffer): void => {
    this.#checkDeadline();
    if (this.#failure) return;
    try {
      this.#reader.feed(chunk);
    } catch (error) {
      this.fail(asError(error));
    }
  };

  #newReader(): LineReader {
    return new LineReader(
      {
        line: (line, continued) => {
          const head = line.toString('latin1', 0, 80);
          this.#words.add(line, isInList(head, this.#reader.listing?.form));
          if (!continued) this.#referee?.server(head);
          this.#receive(line);
        },
        literal: (piece) => this.#receive(undefined, piece),
      },
      { literals: this.#type === 'imap' },
    );
  }

  readonly #queueLine = (line: Buffer | undefined): void => {
    if (line) this.#inbox.put(decodeLine(line));
  };
}

function hungUp(): CodedFailure {
  return new CodedFailure('ECLOSED', 'The server closed the connection.');
}

const crlf = Buffer.from('\r\n');
