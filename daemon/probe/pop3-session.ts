import { securityOf } from '../../shared/account.ts';
import type { TestEvent } from '../../shared/event.ts';
import { strangerFailure } from './greeting.ts';
import { CodedFailure, KnownFailure } from './known-failure.ts';
import type { Dialect } from './dialect.ts';
import { type Channel, openChannel } from './open-channel.ts';
import { Pop3Client } from './pop3-client.ts';
import { type Session, stage } from './session.ts';
import type { Wire } from './wire/wire.ts';

/** The stages that every POP3 session begins with, the login included. */
export async function* openPop3(session: Session): AsyncGenerator<TestEvent, Channel<Pop3Client>> {
  const channel = yield* openChannel(session, dialect);
  const { wire, client, capabilities } = channel;
  yield* stage(session, 'login', async () => {
    const offered = mechanismsOf(capabilities);
    requireUser(session, offered, capabilities);
    // In plain text the password waits until the server has accepted the user name.
    if (capabilities.includes('PIPELINING') && wire.secured) client.sendAhead('USER', 'PASS');
    await client.login();
    return { result: undefined, evidence: { mechanism: 'USER', offered, capabilities } };
  });
  return channel;
}

/** The stage that every POP3 session ends with; QUIT may be on its way already. */
export async function* closePop3(
  session: Session,
  wire: Wire,
  { sent }: { sent: boolean },
): AsyncGenerator<TestEvent, void> {
  wire.takeBack();
  yield* stage(session, 'logout', async () => {
    if (!sent) wire.writeLines('QUIT');
    return { result: undefined, evidence: { reply: await readAccepted(wire) } };
  });
}

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
