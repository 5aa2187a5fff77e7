import { KnownFailure } from './known-failure.ts';

/**
 * Holds the server to the tags of IMAP (RFC 9051 §2.2.1): a tagged reply answers a command that was
 * sent, whole, and answers it once. A library that only looks at the tag can be told "OK" beforehand.
 */
export class ImapTags {
  readonly #outstanding = new Set<string>();
  /** The command of which the client still owes a part. */
  #incomplete: string | undefined;
  #rest = '';

  client(bytes: Buffer): void {
    const lines = (this.#rest + bytes.toString('latin1')).split('\r\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) {
      const tag = this.#incomplete ?? /^(\S+) \S/.exec(line)?.[1];
      if (tag === undefined) continue;
      this.#outstanding.add(tag);
      // A literal is still owed, or the answer to a challenge that has to come first (RFC 4616 §2).
      this.#incomplete = /\{\d+\}$|^\S+ AUTHENTICATE \S+$/i.test(line) ? tag : undefined;
    }
  }

  /** Throws `protocol_error` for a tagged reply to nothing, or an OK to half a command. */
  server(line: string): void {
    const [tag = '', status = ''] = line.split(' ', 2);
    if (tag === '*' || tag === '+' || tag === '') return;
    const early = tag === this.#incomplete && status.toUpperCase() === 'OK';
    if (early || !this.#outstanding.delete(tag)) {
      throw new KnownFailure('protocol_error', 'The server answered a command before it was sent.', {
        reply: line,
      });
    }
    if (tag === this.#incomplete) this.#incomplete = undefined;
  }
}
