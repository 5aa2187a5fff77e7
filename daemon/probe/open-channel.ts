import { securityOf } from '../../shared/account.ts';
import type { TestEvent } from '../../shared/event.ts';
import { KnownFailure } from './known-failure.ts';
import { type Session, stage } from './session.ts';
import { permitAddresses } from './wire/address-guard.ts';
import { dial } from './wire/dial.ts';
import type { Dialect } from './dialect.ts';
import { readGreeting } from './greeting.ts';
import { shortened } from './wire/last-words.ts';
import { resolveServer } from './wire/resolve.ts';
import { Tap } from './wire/tap.ts';
import type { TlsPolicy } from './wire/tls.ts';
import { Wire } from './wire/wire.ts';

export interface Channel<Client> {
  wire: Wire;
  client: Client;
  capabilities: string[];
}

/** The stages every protocol begins with: resolve, connect, tls, greeting, starttls. */
export async function* openChannel<Client>(
  session: Session,
  dialect: Dialect<Client>,
): AsyncGenerator<TestEvent, Channel<Client>> {
  const { settings, signal } = session;
  const security = securityOf(settings);

  const { host, addresses } = yield* stage(session, 'resolve', async () => {
    const evidence = await resolveServer(settings.server, session.resolver);
    const permitted = permitAddresses(evidence.addresses, settings.port, settings.allowAddress);
    return { result: { host: evidence.host, addresses: permitted }, evidence };
  });

  const { wire, address } = yield* stage(session, 'connect', async () => {
    const { socket, evidence } = await dial(addresses, settings.port, signal);
    const opened = new Wire(new Tap(socket), settings.type, session.transcript, session);
    session.wire = opened;
    return { result: { wire: opened, address: evidence.address }, evidence };
  });

  const policy: TlsPolicy = { host, pin: settings.pin, insecure: settings.insecure, ca: session.ca };
  if (security === 'ssl') {
    yield* stage(session, 'tls', async () => ({ result: undefined, evidence: await wire.secure(policy) }));
  } else {
    wire.open();
  }

  let channel: Omit<Channel<Client>, 'wire'> | undefined;
  const greeting = yield* stage(session, 'greeting', async () => {
    const text = await readGreeting(session, dialect, address);
    session.greeting = text;
    if (security !== 'tls') channel = await dialect.introduce(session, wire, text);
    return {
      result: text,
      evidence: {
        text: shortened(text),
        capabilities: channel?.capabilities ?? [],
        authenticated: wire.secured,
      },
    };
  });

  if (security === 'tls') {
    channel = yield* stage(session, 'starttls', async () => {
      await dialect.askForTls(wire, greeting);
      const evidence = await wire.upgrade(policy);
      return { result: await dialect.introduce(session, wire, greeting), evidence };
    });
  }
  if (!channel) throw new KnownFailure('internal_error', 'The channel was not agreed.');
  return { wire, ...channel };
}
