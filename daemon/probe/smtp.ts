import { domainToASCII } from 'node:url';
import type { Security } from '../../shared/account.ts';
import { securityOf } from '../../shared/account.ts';
import { senderAddress } from '../../shared/sender-address.ts';
import { strangerFailure } from './greeting.ts';
import { CodedFailure, KnownFailure } from './known-failure.ts';
import type { Dialect } from './dialect.ts';
import { openChannel } from './open-channel.ts';
import { type Probe, type Session, stage } from './session.ts';
import { connectSmtp, type SmtpClient } from './smtp-client.ts';
import { shortened } from './wire/last-words.ts';
import type { Wire } from './wire/wire.ts';

/** SMTP (RFC 5321): nodemailer speaks EHLO and AUTH; the envelope that sends nothing is ours. */
export const smtp: Probe = async function* (session) {
  const { wire, client, capabilities } = yield* openChannel(session, dialect);

  yield* stage(session, 'login', async () => {
    const offered = mechanismsOf(capabilities);
    const mechanism = chooseMechanism(offered, securityOf(session.settings), capabilities);
    await wire.guard(client.login(session.settings.username, session.password.open(), mechanism));
    // The library takes any 2xx; only 235 says that the login has succeeded (RFC 4954 §6).
    if (!wire.rawWords.startsWith('235'))
      throw new KnownFailure('protocol_error', 'AUTH was answered with another code than 235.');
    return { result: undefined, evidence: { mechanism, offered, capabilities } };
  });

  wire.takeBack();
  const pipelining = has(capabilities, 'PIPELINING');

  yield* stage(session, 'sender', async () => {
    const mailFrom = envelopeSender(session, capabilities);
    // RFC 2920 §3.1: QUIT may only be the last of a group.
    wire.writeLines(...(pipelining ? [mailFrom, 'RSET', 'QUIT'] : [mailFrom]));
    const reply = await readAccepted(wire, '250');
    if (!pipelining) wire.writeLines('RSET');
    await readAccepted(wire, '250');
    return {
      result: undefined,
      evidence: { from: mailFrom.slice('MAIL FROM:'.length), reply: shortened(reply) },
    };
  });

  yield* stage(session, 'logout', async () => {
    if (!pipelining) wire.writeLines('QUIT');
    return { result: undefined, evidence: { reply: shortened(await readAccepted(wire, '221')) } };
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
    const capabilities = capabilitiesOf(await readAccepted(wire, '250'));
    if (!has(capabilities, 'STARTTLS')) {
      throw new KnownFailure(
        'starttls_unavailable',
        'STARTTLS is not among what the server offers on this port.',
      );
    }
    wire.writeLines('STARTTLS');
    await readAccepted(wire, '220');
  },

  async introduce(_session, wire, greeting) {
    const client = await connectSmtp(wire, greeting);
    return { client, capabilities: capabilitiesOf(wire.rawWords) };
  },
};

/** One reply, its lines joined by `\n` (RFC 5321 §4.2). */
async function readReply(wire: Wire): Promise<string> {
  const lines: string[] = [];
  do lines.push(await wire.readLine());
  while (/^\d{3}-/.test(lines.at(-1) ?? ''));
  return lines.join('\n');
}

/** The one code that says yes to this command. */
async function readAccepted(wire: Wire, code: string): Promise<string> {
  const reply = await readReply(wire);
  if (!reply.startsWith(code))
    throw new CodedFailure('EREFUSED', 'The server refused the command.', { reply });
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
  const address = senderAddress(settings.from ?? '');
  const domain = address?.domain.startsWith('[') ? address.domain : domainToASCII(address?.domain ?? '');
  if (!address || !domain)
    throw new KnownFailure('sender_rejected', `From holds no address: ${settings.from ?? ''}`, { reply: '' });
  if (/^[\x20-\x7e]+$/.test(address.local)) return `MAIL FROM:<${address.local}@${domain}>`;
  if (!has(capabilities, 'SMTPUTF8')) {
    throw new KnownFailure(
      'sender_rejected',
      `${address.local} needs SMTPUTF8, which the server does not offer.`,
      { reply: '' },
    );
  }
  return `MAIL FROM:<${address.local}@${domain}> SMTPUTF8`;
}
