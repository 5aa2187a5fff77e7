import type { Peer } from '../peer.ts';
import { close, startTls, type Script } from '../steps.ts';
import {
  respond,
  stepsOf,
  type Handler,
  type MailServerOptions,
  type Reply,
  usualLetter,
} from './responder.ts';
import { isPlain } from './sasl.ts';

/** What is answered; `on` may replace any of it, and the greeting. */
export type Pop3Command =
  | 'CAPA'
  | 'STLS'
  | 'USER'
  | 'PASS'
  | 'AUTH'
  | 'STAT'
  | 'UIDL'
  | 'LIST'
  | 'TOP'
  | 'RETR'
  | 'NOOP'
  | 'DELE'
  | 'QUIT';
export interface Pop3Options extends MailServerOptions<Pop3Command | 'GREETING'> {
  /** Lets in everybody else too who comes with USER and this password. */
  passwordOf?: (username: string) => string;
}

/** A well-behaved POP3 server (RFC 1939, CAPA of RFC 2449, STLS of RFC 2595). Replies in `on` go out as they are. */
export function pop3Script(options: Pop3Options): Script {
  return [
    ...(options.security === 'ssl' ? [startTls()] : []),
    ...stepsOf(options.on?.GREETING ?? '+OK ready'),
    respond(
      { readCommand: readPop3Command, line: (reply) => reply, unknown: '-ERR Unknown command' },
      pop3Handlers(options),
      options.on,
      () => ({ username: '', loggedIn: false }),
    ),
  ];
}

interface Session {
  username: string;
  loggedIn: boolean;
}

function pop3Handlers(options: Pop3Options): Record<Pop3Command, Handler<Session>> {
  const ids = options.messageIds ?? [];
  const beforeTls = (peer: Peer): boolean => options.security === 'tls' && !peer.secured;
  const login = (session: Session, right: boolean): string => {
    session.loggedIn = right;
    return right ? '+OK Logged in' : '-ERR [AUTH] Authentication failed.';
  };
  const afterLogin = (answer: (words: readonly string[]) => Reply | Reply[]): Handler<Session> => {
    return (session, words) => (session.loggedIn ? answer(words) : '-ERR Log in first');
  };
  const textOf = options.letterOf ?? usualLetter;
  const letter = afterLogin(([argument = '']) => {
    const id = ids[Number(argument.split(' ')[0]) - 1];
    if (id === undefined) return '-ERR No such letter';
    const lines = textOf(id).replace(/\r\n$/, '').split('\r\n');
    return ['+OK', ...lines.map((line) => (line.startsWith('.') ? `.${line}` : line)), '.'];
  });
  return {
    CAPA: (_session, _words, peer) => [
      '+OK',
      ...(options.capabilities ?? [
        'TOP',
        'UIDL',
        'RESP-CODES',
        'PIPELINING',
        ...(beforeTls(peer) ? ['STLS'] : ['USER', 'SASL PLAIN']),
      ]),
      '.',
    ],
    STLS: (_session, _words, peer) => (beforeTls(peer) ? ['+OK Begin TLS', startTls()] : '-ERR No TLS here'),
    USER: (session, [name = ''], peer) => {
      if (beforeTls(peer)) return '-ERR STLS first';
      session.username = name;
      return '+OK';
    },
    PASS: (session, [password]) => {
      const own = session.username === options.username ? options.password : undefined;
      return login(session, password === (own ?? options.passwordOf?.(session.username)));
    },
    AUTH: async (session, [argument = ''], peer) => {
      const [mechanism, initial] = argument.split(' ');
      if (beforeTls(peer)) return '-ERR STLS first';
      if (mechanism?.toUpperCase() !== 'PLAIN') return '-ERR Unsupported mechanism';
      if (!initial) await peer.write('+ \r\n');
      return login(session, isPlain(initial ?? (await peer.readLine()), options));
    },
    STAT: afterLogin(() => `+OK ${ids.length} ${ids.length * 1000}`),
    UIDL: afterLogin(() => ['+OK', ...ids.map((id, at) => `${at + 1} ${id}`), '.']),
    LIST: afterLogin(() => ['+OK', ...ids.map((id, at) => `${at + 1} ${textOf(id).length}`), '.']),
    TOP: letter,
    RETR: letter,
    NOOP: () => '+OK',
    DELE: afterLogin(() => '+OK'),
    QUIT: () => ['+OK Bye', close()],
  };
}

/** The name and, as one word, everything behind it: a password may hold blanks (RFC 1939 §7). */
async function readPop3Command(peer: Peer): Promise<readonly string[] | undefined> {
  const line = await peer.readLine();
  if (line === undefined) return undefined;
  const blank = line.indexOf(' ');
  return blank === -1 ? [line.toUpperCase()] : [line.slice(0, blank).toUpperCase(), line.slice(blank + 1)];
}
