import type { Peer } from '../peer.ts';
import { close, startTls, type Script } from '../steps.ts';
import { respond, stepsOf, type Handler, type MailServerOptions, type Reply } from './responder.ts';
import { isCramMd5, isLogin, isPlain } from './sasl.ts';

const challenge = '<1896.697170952@scripted.test>';

/** What is answered; `on` may replace any of it, and the greeting. */
export type SmtpCommand =
  | 'EHLO'
  | 'HELO'
  | 'STARTTLS'
  | 'AUTH'
  | 'MAIL'
  | 'RCPT'
  | 'DATA'
  | 'RSET'
  | 'NOOP'
  | 'QUIT';
export interface SmtpOptions extends Omit<MailServerOptions<SmtpCommand | 'GREETING'>, 'messageIds'> {
  /** Takes the letters that were sent, dots undone, once their last dot is there. */
  letters?: TakenLetter[];
  /** Other replies for recipients of this address. */
  recipients?: Readonly<Record<string, string>>;
  /** Said or done in place of the go-ahead for a letter; at its last dot. */
  atDot?: Reply | readonly Reply[];
}

/** A letter as a server has it. */
export interface TakenLetter {
  mail: string;
  rcpt: string[];
  /** Lines ended by CRLF. */
  text: string;
}

/** A well-behaved submission server (RFC 5321, RFC 4954, RFC 3207). Replies in `on` go out as they are. */
export function smtpScript(options: SmtpOptions): Script {
  return [
    ...(options.security === 'ssl' ? [startTls()] : []),
    ...stepsOf(options.on?.GREETING ?? '220 scripted.test ESMTP ready'),
    respond(
      { readCommand: readSmtpCommand, line: (reply) => reply, unknown: '500 5.5.2 Unknown command' },
      smtpHandlers(options),
      options.on,
      () => ({ loggedIn: false, mail: '', rcpt: [] }),
    ),
  ];
}

interface Session {
  loggedIn: boolean;
  mail: string;
  rcpt: string[];
}

function smtpHandlers(options: SmtpOptions): Record<SmtpCommand, Handler<Session>> {
  const beforeTls = (peer: Peer): boolean => options.security === 'tls' && !peer.secured;
  return {
    EHLO: (_session, _words, peer) => {
      const usual = [
        'PIPELINING',
        'ENHANCEDSTATUSCODES',
        beforeTls(peer) ? 'STARTTLS' : 'AUTH PLAIN LOGIN CRAM-MD5',
      ];
      const lines = ['scripted.test', ...(options.capabilities ?? usual)];
      return lines.map((line, at) => `250${at === lines.length - 1 ? ' ' : '-'}${line}`);
    },
    HELO: () => '250 scripted.test',
    STARTTLS: (_session, _words, peer) =>
      beforeTls(peer) ? ['220 2.0.0 Begin TLS', startTls()] : '454 4.7.0 No TLS here',
    AUTH: async (session, [mechanism, initial], peer) => {
      if (beforeTls(peer)) return '530 5.7.0 STARTTLS first';
      const right = await exchange(mechanism?.toUpperCase(), initial, peer, options);
      if (right === undefined) return '504 5.5.4 Unsupported mechanism';
      session.loggedIn = right;
      return right ? '235 2.7.0 Authentication successful' : '535 5.7.8 Authentication failed';
    },
    MAIL(session, words) {
      if (!session.loggedIn) return '530 5.7.0 Authentication required';
      session.mail = words.join(' ');
      session.rcpt = [];
      return '250 2.1.0 Ok';
    },
    RCPT(session, words) {
      const address = /<(.*)>/.exec(words.join(' '))?.[1] ?? '';
      const other = options.recipients?.[address];
      if (other !== undefined) return other;
      session.rcpt.push(address);
      return '250 2.1.5 Ok';
    },
    async DATA(session, _words, peer) {
      if (session.rcpt.length === 0) return '554 5.5.1 No valid recipients';
      await peer.write('354 End data with <CR><LF>.<CR><LF>\r\n');
      const lines: string[] = [];
      for (let line = await peer.readLine(); line !== '.'; line = await peer.readLine()) {
        if (line === undefined) return [];
        lines.push(line.startsWith('.') ? line.slice(1) : line);
      }
      const { mail, rcpt } = session;
      options.letters?.push({ mail, rcpt, text: lines.map((line) => `${line}\r\n`).join('') });
      return options.atDot ?? `250 2.0.0 Ok: queued as 4Z${options.letters?.length ?? 0}`;
    },
    RSET: () => '250 2.0.0 Ok',
    NOOP: () => '250 2.0.0 Ok',
    QUIT: () => ['221 2.0.0 Bye', close()],
  };
}

/** Whether the client proved who it is; `undefined` for a mechanism that is not spoken. */
async function exchange(
  mechanism: string | undefined,
  initial: string | undefined,
  peer: Peer,
  who: SmtpOptions,
): Promise<boolean | undefined> {
  const ask = async (text: string): Promise<string | undefined> => {
    await peer.write(`334 ${Buffer.from(text).toString('base64')}\r\n`);
    return peer.readLine();
  };
  if (mechanism === 'PLAIN') return isPlain(initial ?? (await ask('')), who);
  if (mechanism === 'CRAM-MD5') return isCramMd5(await ask(challenge), challenge, who);
  if (mechanism !== 'LOGIN') return undefined;
  const username = initial ?? (await ask('Username:'));
  const password = await ask('Password:');
  return isLogin(username, who.username) && isLogin(password, who.password);
}

async function readSmtpCommand(peer: Peer): Promise<readonly string[] | undefined> {
  const line = await peer.readLine();
  if (line === undefined) return undefined;
  const [name = '', ...rest] = line.trim().split(/\s+/);
  return [name.toUpperCase(), ...rest];
}
