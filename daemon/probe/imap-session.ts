import { securityOf } from '../../shared/account.ts';
import type { TestEvent } from '../../shared/event.ts';
import { strangerFailure } from './greeting.ts';
import { connectImap, type ImapClient } from './imap-client.ts';
import { CodedFailure, KnownFailure } from './known-failure.ts';
import type { Dialect } from './dialect.ts';
import { type Channel, openChannel } from './open-channel.ts';
import { type Session, stage } from './session.ts';
import type { Wire } from './wire/wire.ts';

/** The stages that every IMAP session begins with, the login included. */
export async function* openImap(session: Session): AsyncGenerator<TestEvent, Channel<ImapClient>> {
  const channel = yield* openChannel(session, dialect);
  const { wire, client, capabilities } = channel;
  yield* stage(session, 'login', async () => {
    const mechanism = chooseMechanism(session, capabilities);
    await wire.guard(client.login(session.settings.username, session.password.open(), mechanism));
    const offered = mechanismsOf(capabilities);
    return { result: undefined, evidence: { mechanism, offered, capabilities: client.capabilities() } };
  });
  return channel;
}

/** The stage that every IMAP session ends with. */
export async function* closeImap(session: Session, wire: Wire): AsyncGenerator<TestEvent, void> {
  wire.takeBack();
  yield* stage(session, 'logout', async () => {
    return { result: undefined, evidence: { reply: await logOut(wire) } };
  });
}

const dialect: Dialect<ImapClient> = {
  async readGreeting(wire) {
    const greeting = await wire.readLine();
    if (/^\* PREAUTH\b/i.test(greeting)) {
      throw new KnownFailure(
        'unexpected_preauth',
        'The server takes us as logged in before any login: nothing would be tested.',
      );
    }
    if (/^\* BYE\b/i.test(greeting)) throw new CodedFailure('EREFUSED', 'The server refused the session.');
    if (!/^\* OK\b/i.test(greeting)) throw strangerFailure(greeting, 'imap');
    return greeting;
  },

  async askForTls(wire, greeting) {
    // A greeting may list less than the server can.
    const offers = (text: string) => capabilitiesIn(text)?.includes('STARTTLS') ?? false;
    if (!offers(greeting) && !offers(await tagged(wire, 'T1 CAPABILITY'))) {
      throw new KnownFailure(
        'starttls_unavailable',
        'STARTTLS is not among what the server offers on this port.',
      );
    }
    await tagged(wire, 'T2 STARTTLS');
  },

  async introduce(session, wire, greeting) {
    // What the server said before TLS is forgotten (RFC 9051 §6.2.1): the library asks again.
    const client = await connectImap(wire, securityOf(session.settings) === 'tls' ? '* OK' : greeting);
    session.cleanups.push(() => client.close());
    return { client, capabilities: client.capabilities() };
  },
};

/** Some servers say goodbye and hang up without the tagged OK: the goodbye is enough (RFC 9051 §7.1.5). */
async function logOut(wire: Wire): Promise<string> {
  try {
    return await tagged(wire, 'Z LOGOUT');
  } catch (error) {
    if (error instanceof CodedFailure && error.code === 'ECLOSED' && /^\* BYE\b/im.test(wire.words))
      return wire.words;
    throw error;
  }
}

/** Sends a command and reads up to its tagged OK; lines joined by `\n`. Throws on NO, BAD and a foreign tag. */
async function tagged(wire: Wire, command: string): Promise<string> {
  const tag = command.split(' ')[0] ?? '';
  wire.writeLines(command);
  const lines: string[] = [];
  for (;;) {
    const line = await wire.readLine();
    lines.push(line);
    if (line.startsWith('* ')) continue;
    if (!line.startsWith(`${tag} `)) {
      throw new KnownFailure('protocol_error', `The server answered a command that was never sent: ${line}`);
    }
    if (/^\S+ OK\b/i.test(line)) return lines.join('\n');
    throw new CodedFailure('EREFUSED', 'The server refused the command.');
  }
}

/** From `[CAPABILITY …]` or `* CAPABILITY …`; undefined when there is neither. */
function capabilitiesIn(text: string): string[] | undefined {
  const list = /(?:\[|^\* )CAPABILITY ([^\]\r\n]*)/im.exec(text)?.[1];
  return list?.trim().toUpperCase().split(/\s+/);
}

function mechanismsOf(capabilities: string[]): string[] {
  const sasl = capabilities
    .filter((name) => name.startsWith('AUTH='))
    .map((name) => name.slice('AUTH='.length));
  return capabilities.includes('LOGINDISABLED')
    ? sasl
    : ['LOGIN', ...sasl.filter((name) => name !== 'LOGIN')];
}

/** LOGIN saves a trip; PLAIN is defined for UTF-8 (RFC 4616 §2), quoted strings are not. */
function chooseMechanism({ settings, password }: Session, capabilities: string[]): 'LOGIN' | 'PLAIN' {
  const loginAllowed = !capabilities.includes('LOGINDISABLED');
  const plainOffered = capabilities.includes('AUTH=PLAIN');
  const ascii = /^[\x20-\x7e]*$/.test(settings.username + password.open());
  if (loginAllowed && (ascii || !plainOffered)) return 'LOGIN';
  if (plainOffered) return 'PLAIN';
  const evidence = { offered: mechanismsOf(capabilities), capabilities };
  if (securityOf(settings) === 'plain' && capabilities.includes('STARTTLS')) {
    throw new KnownFailure('auth_privacy_required', 'Login is not offered in plain text; STARTTLS is.', {
      evidence,
    });
  }
  const list = evidence.offered.length > 0 ? `only ${evidence.offered.join(', ')}` : 'no login at all';
  throw new KnownFailure('auth_mechanism_unsupported', `The server offers ${list} on this port.`, {
    evidence,
  });
}
