import { Exchange } from './exchange.ts';
import { saslArguments } from './sasl-mechanisms.ts';
import { hide, hideRest, type Span } from './span.ts';

/** Credentials in an SMTP session (RFC 4954 §4). */
export class SmtpCredentials {
  readonly #exchange = new Exchange();

  client(line: string): Span[] {
    if (this.#exchange.takesLine()) return [hide('SASL response', line)];
    const verb = line.split(/[ \t]/, 1)[0] ?? '';
    if (verb.toUpperCase() === 'AUTH') {
      this.#exchange.begin();
      return [{ text: verb }, ...saslArguments(line.slice(verb.length))];
    }
    this.#exchange.command();
    // A lost exchange must not show its answers: only known commands are shown.
    return shownVerbs.has(verb.toUpperCase()) ? [{ text: line }] : [hide('unknown line', line)];
  }

  server(line: string): Span[] {
    if (!/^\d{3}(?:[ -]|$)/.test(line)) return [{ text: line }];
    if (line.startsWith('334')) {
      this.#exchange.challenge();
      return [{ text: line.slice(0, 4) }, ...hideRest('challenge', line.slice(4))];
    }
    if (line[3] !== '-' && !line.startsWith('1')) this.#exchange.finalReply();
    return [{ text: line }];
  }
}

const shownVerbs = new Set([
  'BDAT',
  'DATA',
  'EHLO',
  'EXPN',
  'HELO',
  'HELP',
  'LHLO',
  'MAIL',
  'NOOP',
  'QUIT',
  'RCPT',
  'RSET',
  'STARTTLS',
  'VRFY',
]);
