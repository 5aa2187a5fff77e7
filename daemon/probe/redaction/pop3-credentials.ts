import { Exchange } from './exchange.ts';
import { saslArguments } from './sasl-mechanisms.ts';
import { hide, hideRest, type Span } from './span.ts';

/** Credentials in a POP3 session: USER and PASS (also pipelined), APOP, and AUTH (RFC 1939 §7, RFC 5034 §4). */
export class Pop3Credentials {
  readonly #exchange = new Exchange();

  client(line: string): Span[] {
    if (this.#exchange.takesLine()) return [hide('SASL response', line)];
    const verb = line.split(/[ \t]/, 1)[0] ?? '';
    const rest = line.slice(verb.length);
    if (verb.toUpperCase() === 'AUTH') {
      this.#exchange.begin();
      return [{ text: verb }, ...saslArguments(rest)];
    }
    this.#exchange.command();
    return (
      argumentsOf(verb, rest) ??
      (shownVerbs.has(verb.toUpperCase()) ? [{ text: line }] : [hide('unknown line', line)])
    );
  }

  server(line: string): Span[] {
    if (line === '+' || line.startsWith('+ ')) {
      this.#exchange.challenge();
      return [{ text: line.slice(0, 2) }, ...hideRest('challenge', line.slice(2))];
    }
    if (/^(?:\+OK|-ERR)\b/i.test(line)) this.#exchange.finalReply();
    return [{ text: line }];
  }
}

function argumentsOf(verb: string, rest: string): Span[] | undefined {
  const shown = { text: verb + rest.slice(0, 1) };
  // Everything behind the first blank: a password may begin and end with blanks.
  const argument = rest.slice(1);
  switch (verb.toUpperCase()) {
    case 'USER':
      return [shown, ...hideRest('user name', argument)];
    case 'PASS':
      return [shown, ...hideRest('password', argument)];
    case 'APOP': {
      const digestAt = argument.lastIndexOf(' ') + 1;
      if (digestAt === 0) return [shown, ...hideRest('user name', argument)];
      return [
        shown,
        ...hideRest('user name', argument.slice(0, digestAt - 1)),
        { text: ' ' },
        ...hideRest('digest', argument.slice(digestAt)),
      ];
    }
    default:
      return undefined;
  }
}

const shownVerbs = new Set([
  'CAPA',
  'DELE',
  'LANG',
  'LIST',
  'NOOP',
  'QUIT',
  'RETR',
  'RSET',
  'STAT',
  'STLS',
  'TOP',
  'UIDL',
  'UTF8',
]);
