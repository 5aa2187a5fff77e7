import { sha256 } from './digest.ts';
import { deriveKeys } from './key-agreement.ts';
import { lengthPrefixed } from './length-prefixed.ts';
import { macKey } from './mac.ts';
import { sealKey } from './sealing.ts';
import type { Bytes, CryptoKey } from './web-crypto.ts';

/** What both ends must agree on; public keys, nonces and ids as raw bytes. */
export interface SessionFacts {
  readonly clientId: string;
  readonly clientKey: Uint8Array;
  readonly daemonKey: Uint8Array;
  readonly clientEphemeral: Uint8Array;
  readonly clientNonce: Uint8Array;
  readonly daemonEphemeral: Uint8Array;
  readonly daemonNonce: Uint8Array;
  /** The one that the daemon listens on. */
  readonly port: number;
  readonly bootId: Uint8Array;
  readonly sid: Uint8Array;
  /** Empty for the command line. */
  readonly origin: string;
}

/** The keys of one session; they live in memory only. */
export interface SessionKeys {
  readonly sid: Uint8Array;
  readonly request: CryptoKey;
  readonly seal: CryptoKey;
  readonly reply: CryptoKey;
}

/** `H` of security §3. */
export function sessionTranscript(facts: SessionFacts): Promise<Bytes> {
  return sha256(
    lengthPrefixed(
      'mailprobe session v1',
      facts.clientId,
      facts.clientKey,
      facts.daemonKey,
      facts.clientEphemeral,
      facts.clientNonce,
      facts.daemonEphemeral,
      facts.daemonNonce,
      facts.port,
      facts.bootId,
      facts.sid,
      facts.origin,
    ),
  );
}

/** `kRequest`, `kSeal` and `kReply`. */
export async function sessionKeys(
  agreed: Uint8Array,
  transcript: Uint8Array,
  sid: Uint8Array,
): Promise<SessionKeys> {
  const [request, seal, reply] = await deriveKeys(agreed, transcript, 'mailprobe session keys v1', 3);
  if (!request || !seal || !reply) throw new TypeError('Three keys were derived.');
  return { sid, request: await macKey(request), seal: await sealKey(seal), reply: await macKey(reply) };
}
