import { KnownFailure } from '../known-failure.ts';
import { speakerNames, speakerOf } from './speaker.ts';
import type { Tap } from './tap.ts';

/**
 * Waits for a TLS handshake on the tap. When it fails because the server spoke plain text, says so
 * with the server's words: OpenSSL only knows that a record looked odd.
 */
export async function handOver<T>(tap: Tap, when: 'implicit' | 'upgrade', handshake: Promise<T>): Promise<T> {
  try {
    return await handshake;
  } catch (error) {
    const bytes = tap.firstBytes;
    const speaker = speakerOf(bytes);
    if (bytes.length === 0 || speaker === 'tls' || error instanceof KnownFailure) throw error;
    const [reply = ''] = bytes.toString('latin1').split(/\r?\n/);
    if (when === 'upgrade') {
      throw new KnownFailure('starttls_injection', 'Plain text came where the TLS handshake had to begin.', {
        reply,
        cause: error,
      });
    }
    const who = speaker ? speakerNames[speaker] : 'a server that speaks plain text';
    if (speaker === 'http' || speaker === 'ssh') {
      throw new KnownFailure('wrong_protocol', `${capital(who)} answered, and in plain text.`, {
        reply,
        cause: error,
      });
    }
    throw new KnownFailure(
      'tls_wrong_mode',
      `${capital(who)} answered in plain text; SSL expects TLS at once.`,
      {
        reply,
        cause: error,
      },
    );
  }
}

/** Throws `starttls_injection` for what lies unread where TLS is about to begin. */
export function refuseInjected(unread: readonly Buffer[]): void {
  const injected = Buffer.concat(unread);
  if (injected.length === 0) return;
  throw new KnownFailure(
    'starttls_injection',
    `${injected.length} octets came in plain text behind the reply that starts TLS.`,
    { reply: injected.toString('latin1', 0, 512) },
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
