import { domainToASCII } from 'node:url';
import parseAddresses from 'nodemailer/lib/addressparser';
import type { Security } from '../../shared/account.ts';
import { securityOf } from '../../shared/account.ts';
import { strangerFailure } from './greeting.ts';
import { CodedFailure, KnownFailure } from './known-failure.ts';
import type { Dialect } from './dialect.ts';
import { openChannel } from './open-channel.ts';
import { type Probe, type Session, stage } from './session.ts';
import { connectSmtp, type SmtpClient } from './smtp-client.ts';
import type { Wire } from './wire/wire.ts';

/** SMTP (RFC 5321): nodemailer speaks EHLO and AUTH; the envelope that sends nothing is ours. */
export const smtp: Probe = async function* (session) {
  const { wire, client, capabilities } = yield* openChannel(session, dialect);

  yield* stage(session, 'login', async () => {
    const offered = mechanismsOf(capabilities);
    const mechanism = chooseMechanism(offered, securityOf(session.settings), capabilities);
    await wire.guard(client.login(session.settings.username, session.password.open(), mechanism));
    return { result: undefined, evidence: { mechanism, offered, capabilities } };
  });

  wire.takeBack();
  const pipelining = has(capabilities, 'PIPELINING');

  yield* stage(session, 'sender', async () => {
    const mailFrom = envelopeSender(session, capabilities);
    // RFC 2920 §3.1: QUIT may only be the last of a group.
    wire.writeLines(...(pipelining ? [mailFrom, 'RSET', 'QUIT'] : [mailFrom]));
    const reply = await readAccepted(wire);
    if (!pipelining) wire.writeLines('RSET');
    await readAccepted(wire);
    return { result: undefined, evidence: { from: mailFrom.slice('MAIL FROM:'.length), reply } };
  });

  yield* stage(session, 'logout', async () => {
    if (!pipelining) wire.writeLines('QUIT');
    return { result: undefined, evidence: { reply: await readAccepted(wire) } };
  });
};

const dialect: Dialect<SmtpClient> = {
  async readGreeting(wire) {
    const greeting = await readReply(wire);
    if (!/^[2-5]\d\d/.test(greeting)) throw strangerFailure(greeting, 'smtp');
    if (!greeting.startsWith('220'))
      throw new CodedFailure('EREFUSED', 'The server refused the session.', { reply: greeting });
    return greeting;
  },

  async askForTls(wire) {
    wire.writeLines('EHLO [127.0.0.1]');
    const capabilities = capabilitiesOf(await readAccepted(wire));
    if (!has(capabilities, 'STARTTLS')) {
      throw new KnownFailure(
        'starttls_unavailable',
        'STARTTLS is not among what the server offers on this port.',
      );
    }
    wire.writeLines('STARTTLS');
    await readAccepted(wire);
  },

  async introduce(_session, wire, greeting) {
    const client = await connectSmtp(wire, greeting);
    return { client, capabilities: capabilitiesOf(wire.words) };
  },
};

/** One reply, its lines joined by `\n` (RFC 5321 §4.2). */
async function readReply(wire: Wire): Promise<string> {
  const lines: string[] = [];
  do lines.push(await wire.readLine());
  while (/^\d{3}-/.test(lines.at(-1) ?? ''));
  return lines.join('\n');
}

async function readAccepted(wire: Wire): Promise<string> {
  const reply = await readReply(wire);
  if (!/^2\d\d/.test(reply)) throw new CodedFailure('EREFUSED', 'The server refused the command.', { reply });
  return reply;
}

/** The EHLO lines behind the first (RFC 5321 §4.1.1.1). */
function capabilitiesOf(reply: string): string[] {
  return reply
    .split('\n')
    .slice(1)
    .map((line) => line.slice(4).trim())
    .filter(Boolean);
}

function has(capabilities: string[], keyword: string): boolean {
  return capabilities.some((line) => line.toUpperCase().split(/\s/)[0] === keyword);
}

/** `AUTH PLAIN LOGIN` (RFC 4954 §3), or `AUTH=PLAIN LOGIN` as old servers write it. */
function mechanismsOf(capabilities: string[]): string[] {
  const lists = capabilities.filter((line) => /^AUTH[\s=]/i.test(line));
  return [...new Set(lists.flatMap((line) => line.slice(5).toUpperCase().split(/\s+/)).filter(Boolean))];
}

/** PLAIN takes one trip; in plain text CRAM-MD5 at least keeps the password off the network. */
function chooseMechanism(offered: string[], security: Security, capabilities: string[]): string {
  const known = security === 'plain' ? ['CRAM-MD5', 'PLAIN', 'LOGIN'] : ['PLAIN', 'LOGIN', 'CRAM-MD5'];
  const mechanism = known.find((name) => offered.includes(name));
  if (mechanism) return mechanism;
  const evidence = { offered, capabilities };
  if (security === 'plain' && offered.length === 0 && has(capabilities, 'STARTTLS')) {
    throw new KnownFailure('auth_privacy_required', 'Login is not offered in plain text; STARTTLS is.', {
      evidence,
    });
  }
  const list = offered.length > 0 ? `only ${offered.join(', ')}` : 'no login at all';
  throw new KnownFailure('auth_mechanism_unsupported', `The server offers ${list} on this port.`, {
    evidence,
  });
}

/** `MAIL FROM:<address>`; the domain as A-label, SMTPUTF8 where the local part needs it (RFC 6531 §3.4). */
function envelopeSender({ settings }: Session, capabilities: string[]): string {
  const address = parseAddresses(settings.from ?? '', { flatten: true })[0]?.address ?? '';
  const at = address.lastIndexOf('@');
  const domain = domainToASCII(address.slice(at + 1));
  if (at < 1 || !domain || /[\s<>\p{Cc}]/u.test(address)) {
    throw new KnownFailure(
      'sender_rejected',
      `From holds no address that can be sent from: ${settings.from ?? ''}`,
    );
  }
  const local = address.slice(0, at);
  if (/^[\x21-\x7e]+$/.test(local)) return `MAIL FROM:<${local}@${domain}>`;
  if (!has(capabilities, 'SMTPUTF8')) {
    throw new KnownFailure('sender_rejected', `${local} needs SMTPUTF8, which the server does not offer.`);
  }
  return `MAIL FROM:<${local}@${domain}> SMTPUTF8`;
}
