import type { Peer } from '../peer.ts';
import { close, send, startTls, type Script } from '../steps.ts';
import { readImapCommand } from './imap-command.ts';
import { respond, stepsOf, type Handler, type MailServerOptions, usualLetter } from './responder.ts';
import { isPlain } from './sasl.ts';

/** What is answered; `on` may replace any of it, and the greeting. */
export type ImapCommand =
  | 'CAPABILITY'
  | 'STARTTLS'
  | 'ID'
  | 'NOOP'
  | 'LOGIN'
  | 'AUTHENTICATE'
  | 'NAMESPACE'
  | 'LIST'
  | 'LSUB'
  | 'EXAMINE'
  | 'SELECT'
  | 'STATUS'
  | 'IDLE'
  | 'UID SEARCH'
  | 'UID FETCH'
  | 'UID STORE'
  | 'UID EXPUNGE'
  | 'LOGOUT';
export interface ImapOptions extends MailServerOptions<ImapCommand | 'GREETING'> {
  /** Octets of a letter that it gives at once, however many are asked for. */
  mostGiven?: number;
  /** What it says of a letter's size, in place of the truth. */
  saidSize?: number;
}

/**
 * A well-behaved IMAP4rev1 server (RFC 3501). A reply in `on` that begins with OK, NO or BAD gets the tag;
 * anything else goes out as it is.
 */
export function imapScript(options: ImapOptions): Script {
  const greeting = options.on?.GREETING ?? send((peer) => `* OK [CAPABILITY ${offer(options, peer)}] ready`);
  return [
    ...(options.security === 'ssl' ? [startTls()] : []),
    ...stepsOf(greeting),
    respond(
      {
        readCommand: readImapCommand,
        line: (reply, peer) => (/^(OK|NO|BAD)\b/.test(reply) ? `${peer.tag} ${reply}` : reply),
        unknown: 'BAD unknown command',
      },
      imapHandlers(options),
      options.on,
      () => ({ loggedIn: false }),
    ),
  ];
}

interface Session {
  loggedIn: boolean;
}

function imapHandlers(options: ImapOptions): Record<ImapCommand, Handler<Session>> {
  const ids = options.messageIds ?? [];
  const login = (session: Session, peer: Peer, right: boolean): string => {
    if (options.security === 'tls' && !peer.secured) return 'NO [PRIVACYREQUIRED] STARTTLS first';
    if (!right) return 'NO [AUTHENTICATIONFAILED] Authentication failed.';
    session.loggedIn = true;
    return `OK [CAPABILITY ${offer(options, peer)}] Logged in`;
  };
  const afterLogin = (answer: (words: readonly string[]) => string[]): Handler<Session> => {
    return (session, words) => (session.loggedIn ? answer(words) : 'BAD Log in first');
  };
  const openMailbox = afterLogin(([name]) =>
    name?.toUpperCase() === 'INBOX'
      ? [
          '* FLAGS (\\Seen \\Deleted)',
          `* ${ids.length} EXISTS`,
          '* 0 RECENT',
          '* OK [UIDVALIDITY 1] UIDs valid',
          `* OK [UIDNEXT ${Number(ids.at(-1) ?? 0) + 1}] Next`,
          'OK [READ-ONLY] Opened',
        ]
      : ['NO [NONEXISTENT] No such mailbox'],
  );
  return {
    CAPABILITY: (_session, _words, peer) => [`* CAPABILITY ${offer(options, peer)}`, 'OK done'],
    STARTTLS: (_session, _words, peer) =>
      options.security === 'tls' && !peer.secured ? ['OK Begin TLS', startTls()] : 'BAD No TLS here',
    ID: () => ['* ID ("name" "scripted")', 'OK done'],
    NOOP: () => 'OK done',
    LOGIN: (session, [username, password], peer) =>
      login(session, peer, username === options.username && password === options.password),
    AUTHENTICATE: async (session, [mechanism, initial], peer) => {
      if (mechanism?.toUpperCase() !== 'PLAIN') return 'NO Unsupported mechanism';
      return login(session, peer, isPlain(initial ?? (await ask(peer)), options));
    },
    NAMESPACE: afterLogin(() => ['* NAMESPACE (("" "/")) NIL NIL', 'OK done']),
    LIST: afterLogin(() => ['* LIST () "/" INBOX', 'OK done']),
    LSUB: afterLogin(() => ['* LSUB () "/" INBOX', 'OK done']),
    EXAMINE: openMailbox,
    SELECT: openMailbox,
    STATUS: afterLogin(([name]) => [`* STATUS "${name}" (UIDNEXT 1 UIDVALIDITY 1)`, 'OK done']),
    IDLE: async (_session, _words, peer) => {
      const { tag } = peer;
      await peer.write('+ idling\r\n');
      await peer.readLine();
      peer.tag = tag;
      return 'OK done';
    },
    'UID STORE': afterLogin(() => ['OK done']),
    'UID EXPUNGE': afterLogin(() => ['OK done']),
    'UID SEARCH': afterLogin((words) => {
      const set = words.at(-1) ?? '';
      const isListed = (id: string, at: number): boolean =>
        // The newest one is always named by `n:*` (RFC 9051 §6.4.8).
        set.toUpperCase() === 'ALL' || isIn(set, Number(id)) || (set.endsWith('*') && at === ids.length - 1);
      const found = ids.filter(isListed);
      return [['* SEARCH', ...found].join(' '), 'OK done'];
    }),
    'UID FETCH': afterLogin(([set = '', ...items]) => {
      const wanted = Number(/<\d+\.(\d+)>/.exec(items.join(' '))?.[1] ?? 0);
      const most = Math.min(wanted, options.mostGiven ?? Infinity);
      const from = Number(/<(\d+)\./.exec(items.join(' '))?.[1] ?? 0);
      const asked = ids.filter((id) => isIn(set, Number(id)));
      return [
        ...asked.map((id) =>
          fetched(id, ids.indexOf(id) + 1, (options.letterOf ?? usualLetter)(id), {
            from,
            most,
            size: options.saidSize,
          }),
        ),
        'OK done',
      ];
    }),
    LOGOUT: () => ['* BYE Logging out', 'OK done', close()],
  };
}

/** One letter's answer, with a literal. */
function fetched(
  uid: string,
  number: number,
  text: string,
  { from, most, size = text.length }: { from: number; most: number; size: number | undefined },
): string {
  const part = text.slice(from, from + most);
  return `* ${number} FETCH (UID ${uid} RFC822.SIZE ${size} BODY[]<${from}> {${part.length}}\r\n${part})`;
}

function isIn(set: string, uid: number): boolean {
  return set.split(',').some((part) => {
    const [from = 0, to = from] = part.split(':').map((word) => (word === '*' ? Infinity : Number(word)));
    return uid >= from && uid <= to;
  });
}

function offer({ security, capabilities }: ImapOptions, peer: Peer): string {
  if (capabilities) return capabilities.join(' ');
  const beforeTls = security === 'tls' && !peer.secured;
  return `IMAP4rev1 SASL-IR ID NAMESPACE ${beforeTls ? 'STARTTLS LOGINDISABLED' : 'AUTH=PLAIN'}`;
}

/** The client's answer to an empty challenge, with the tag of its command kept. */
async function ask(peer: Peer): Promise<string | undefined> {
  const { tag } = peer;
  await peer.write('+ \r\n');
  const answer = await peer.readLine();
  peer.tag = tag;
  return answer;
}
