import type { AccountType } from '../../../shared/account.ts';
import { ImapCredentials } from './imap-credentials.ts';
import { Pop3Credentials } from './pop3-credentials.ts';
import { SmtpCredentials } from './smtp-credentials.ts';
import type { Span } from './span.ts';

/** One protocol's reader: told every line of both sides in order, without CR LF. */
interface LineReader {
  client(line: string): Span[];
  server(line: string): Span[];
}

/**
 * Decides by the state of the session which part of a line may be shown (security §4.2). It must see
 * every line of both sides in order, without CR LF, decoded as UTF-8. A client line is shown only when
 * it is a known command outside a credential exchange; everything else is named, never quoted.
 */
export class CredentialReader {
  readonly #reader: LineReader;

  constructor(type: AccountType) {
    this.#reader = new readers[type]();
  }

  client(line: string): Span[] {
    return this.#reader.client(line);
  }

  /** Flips the state; challenges (`334 …`, `+ …`) come back hidden, every other line as it is. */
  server(line: string): Span[] {
    return this.#reader.server(line);
  }
}

/** The line as the transcript shows it: `A1 LOGIN [user name, 9–16] [password, 9–16]`. */
export function render(spans: readonly Span[]): string {
  return spans
    .map((span) => ('text' in span ? span.text : `[${span.secret}, ${lengthClass(span.length)}]`))
    .join('');
}

const readers = {
  smtp: SmtpCredentials,
  imap: ImapCredentials,
  pop3: Pop3Credentials,
} satisfies Record<AccountType, new () => LineReader>;

function lengthClass(length: number): string {
  if (length === 0) return 'empty';
  if (length <= 8) return '1–8';
  if (length <= 16) return '9–16';
  if (length <= 32) return '17–32';
  return length <= 64 ? '33–64' : '65+';
}
