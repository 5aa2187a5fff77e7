import { KnownFailure } from './known-failure.ts';

/**
 * Holds an SMTP server to its turn (RFC 5321 §4.1.4): one reply to each line of ours, the greeting
 * apart, and none beforehand. A library that takes replies as they come can be told "235" in advance.
 */
export class SmtpTurns {
  /** The greeting is owed from the start. */
  #owed = 1;
  #upgrading = false;

  client(bytes: Buffer): void {
    this.#upgrading = /^STARTTLS\r\n$/i.test(bytes.toString('latin1'));
    for (const byte of bytes) if (byte === lineFeed) this.#owed += 1;
  }

  /** Throws `protocol_error` for a reply that nothing asked for; 421 may come at any time (§3.8). */
  server(line: string): void {
    if (!/^\d{3}(?!-)/.test(line) || line.startsWith('421')) return;
    this.#owed -= 1;
    if (this.#owed < 0) {
      if (this.#upgrading) {
        throw new KnownFailure('starttls_injection', 'More than the go-ahead came in plain text.', {
          reply: line,
        });
      }
      throw new KnownFailure('protocol_error', 'The server replied before it was asked.', { reply: line });
    }
  }
}

const lineFeed = 0x0a;
