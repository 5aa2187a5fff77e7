import type { Peer } from '../peer.ts';
import { close, startTls, type Script } from '../steps.ts';
import { respond, stepsOf, type Handler, type MailServerOptions } from './responder.ts';
import { isCramMd5, isLogin, isPlain } from './sasl.ts';

const challenge = '<1896.697170952@scripted.test>';

/** What is answered; `on` may replace any of it, and the greeting. */
export type SmtpCommand = 'EHLO' | 'HELO' | 'STARTTLS' | 'AUTH' | 'MAIL' | 'RSET' | 'NOOP' | 'QUIT';
export type SmtpOptions = Omit<MailServerOptions<SmtpCommand | 'GREETING'>, 'messageIds'>;

/** A well-behaved submission server (RFC 5321, RFC 4954, RFC 3207). Replies in `on` go out as they are. */
export function smtpScript(options: SmtpOptions): Script {
  return [
    ...(options.security === 'ssl' ? [startTls()] : []),
    ...stepsOf(options.on?.GREETING ?? '220 scripted.test ESMTP ready'),
    respond(
      { readCommand: readSmtpCommand, line: (reply) => reply, unknown: '500 5.5.2 Unknown command' },
      smtpHandlers(options),
      options.on,
      () => ({ loggedIn: false }),
    ),
  ];
}

interface Session {
  loggedIn: boolean;
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
    MAIL: (session) => (session.loggedIn ? '250 2.1.0 Ok' : '530 5.7.0 Authentication required'),
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
