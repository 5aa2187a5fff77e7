import { securityOf } from '../../shared/account.ts';
import { strangerFailure } from './greeting.ts';
import { CodedFailure, KnownFailure } from './known-failure.ts';
import type { Dialect } from './dialect.ts';
import { openChannel } from './open-channel.ts';
import { Pop3Client } from './pop3-client.ts';
import { type Probe, type Session, stage } from './session.ts';
import type { Wire } from './wire/wire.ts';

/** POP3 (RFC 1939, 2449): node-pop3 speaks CAPA, USER, PASS, STAT and UIDL; nothing is deleted. */
export const pop3: Probe = async function* (session) {
  const { wire, client, capabilities } = yield* openChannel(session, dialect);
  const pipelining = capabilities.includes('PIPELINING');

  yield* stage(session, 'login', async () => {
    const offered = mechanismsOf(capabilities);
    requireUser(session, offered, capabilities);
    // In plain text the password waits until the server has accepted the user name.
    if (pipelining && wire.secured) client.sendAhead('USER', 'PASS');
    await client.login();
    return { result: undefined, evidence: { mechanism: 'USER', offered, capabilities } };
  });

  yield* stage(session, 'mailbox', async () => {
    if (pipelining) client.sendAhead('STAT', 'UIDL', 'QUIT');
    const evidence = await client.list();
    if (evidence.newest.length === 0 && evidence.count > 0) {
      if (capabilities.includes('UIDL')) throw new CodedFailure('EREFUSED', 'The server refused UIDL.');
      session.warnings.push({ kind: 'no_uidl' });
    }
    return { result: undefined, evidence };
  });

  wire.takeBack();
  yield* stage(session, 'logout', async () => {
    if (!pipelining) wire.writeLines('QUIT');
    return { result: undefined, evidence: { reply: await readAccepted(wire) } };
  });
};

const dialect: Dialect<Pop3Client> = {
  async readGreeting(wire) {
    const greeting = await wire.readLine();
    if (/^-ERR\b/i.test(greeting)) throw new CodedFailure('EREFUSED', 'The server refused the session.');
    if (!/^\+OK\b/i.test(greeting)) throw strangerFailure(greeting, 'pop3');
    return greeting;
  },

  async askForTls(wire) {
    wire.writeLines('CAPA');
    const capabilities = await readCapabilities(wire);
    if (capabilities && !capabilities.includes('STLS')) {
      throw new KnownFailure(
        'starttls_unavailable',
        'STLS is not among what the server offers on this port.',
      );
    }
    wire.writeLines('STLS');
    await readAccepted(wire);
  },

  async introduce(session, wire) {
    const client = new Pop3Client(wire, session.settings.username, session.password);
    return { client, capabilities: await client.capabilities() };
  },
};

async function readAccepted(wire: Wire): Promise<string> {
  const reply = await wire.readLine();
  if (!/^\+OK\b/i.test(reply))
    throw new CodedFailure('EREFUSED', 'The server refused the command.', { reply });
  return reply;
}

/** Undefined from a server older than CAPA (RFC 2449 §5). */
async function readCapabilities(wire: Wire): Promise<string[] | undefined> {
  if (!/^\+OK\b/i.test(await wire.readLine())) return undefined;
  const lines: string[] = [];
  for (let line = await wire.readLine(); line !== '.'; line = await wire.readLine())
    lines.push(line.trim().toUpperCase());
  return lines;
}

function mechanismsOf(capabilities: string[]): string[] {
  const sasl =
    capabilities
      .find((line) => line.startsWith('SASL '))
      ?.split(' ')
      .slice(1) ?? [];
  return capabilities.includes('USER') ? ['USER', ...sasl] : sasl;
}

/** USER missing from CAPA means that it is not taken now (RFC 2449 §6.3); a server that lists no login at all is tried. */
function requireUser({ settings }: Session, offered: string[], capabilities: string[]): void {
  if (offered.includes('USER') || capabilities.length === 0) return;
  const evidence = { offered, capabilities };
  if (securityOf(settings) === 'plain' && capabilities.includes('STLS')) {
    throw new KnownFailure('auth_privacy_required', 'Login is not offered in plain text; STLS is.', {
      evidence,
    });
  }
  if (offered.length === 0) return;
  throw new KnownFailure(
    'auth_mechanism_unsupported',
    `The server takes logins by ${offered.join(', ')} only, not by USER and PASS.`,
    {
      evidence,
    },
  );
}
