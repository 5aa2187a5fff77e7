import { securityOf } from '../../shared/account.ts';
import { KnownFailure } from './known-failure.ts';
import type { Dialect } from './dialect.ts';
import type { Session } from './session.ts';
import { dial } from './wire/dial.ts';
import { speakerNames, speakerOf } from './wire/speaker.ts';
import { Tap } from './wire/tap.ts';
import { startTls } from './wire/tls.ts';

/** A server that greets does so at once; after this long we look whether the port expects TLS. */
const silenceMs = 3_000;

/**
 * Waits for the greeting. Meanwhile a silent port is asked on a second connection, without any
 * credential, whether it speaks TLS: that tells a wrong mode from a slow server.
 */
export async function readGreeting(
  session: Session,
  dialect: Dialect<unknown>,
  address: string,
): Promise<string> {
  const { wire, settings } = session;
  if (!wire) throw new KnownFailure('internal_error', 'There is no connection to read a greeting from.');
  const greeting = dialect.readGreeting(wire);
  try {
    if (securityOf(settings) === 'ssl') return await greeting;
    return await Promise.race([greeting, wrongMode(session, address, greeting)]);
  } catch (error) {
    throw stranger(wire.partialLine(), settings.type) ?? error;
  }
}

/** Rejects with `tls_wrong_mode` when the silent port turns out to speak TLS; else never settles. */
async function wrongMode(session: Session, address: string, greeting: Promise<string>): Promise<never> {
  const { settings, signal, wire } = session;
  const quiet = Math.min(silenceMs, session.timeoutMs * 0.4);
  const heard = await Promise.race([greeting.then(() => true), after(quiet, signal)]).catch(() => true);
  if (!heard && wire?.partialLine().length === 0 && (await speaksTls(session, address))) {
    throw new KnownFailure(
      'tls_wrong_mode',
      `Port ${settings.port} stays silent in plain text and answers a TLS hello: it expects SSL from the first byte.`,
    );
  }
  return new Promise<never>(() => undefined);
}

async function speaksTls({ settings, signal }: Session, address: string): Promise<boolean> {
  try {
    const { socket } = await dial([address], settings.port, signal);
    const tap = new Tap(socket);
    const stop = () => tap.destroy();
    signal.addEventListener('abort', stop, { once: true });
    try {
      await startTls(tap, { host: settings.server, pin: '', insecure: true });
    } catch {
      // Whatever the handshake ends with, the first bytes tell.
    }
    signal.removeEventListener('abort', stop);
    tap.destroy();
    return speakerOf(tap.firstBytes) === 'tls';
  } catch {
    return false;
  }
}

/** Bytes that no greeting of this protocol begins with. */
function stranger(bytes: Buffer, type: Session['settings']['type']): KnownFailure | undefined {
  if (bytes.length === 0) return undefined;
  const speaker = speakerOf(bytes);
  if (speaker === type) return undefined;
  return strangerFailure(bytes.toString('latin1', 0, 512), type);
}

/** `wrong_protocol` for a greeting that is not this protocol's, with who it seems to be. */
export function strangerFailure(greeting: string, type: Session['settings']['type']): KnownFailure {
  const speaker = speakerOf(Buffer.from(greeting));
  const who = speaker && speaker !== type ? speakerNames[speaker] : 'something that is no mail server';
  return new KnownFailure('wrong_protocol', `The port answers like ${who}, not like ${speakerNames[type]}.`, {
    reply: greeting,
  });
}

function after(ms: number, signal: AbortSignal): Promise<false> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), ms);
    signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  });
}
