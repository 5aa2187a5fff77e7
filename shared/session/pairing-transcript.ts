import { sha256 } from './digest.ts';
import { deriveKeys } from './key-agreement.ts';
import { lengthPrefixed } from './length-prefixed.ts';
import { macKey } from './mac.ts';
import { type Bytes, type CryptoKey, utf8 } from './web-crypto.ts';

/** What both ends must agree on; public keys, nonces and ids as raw bytes. */
export interface PairingFacts {
  readonly clientKey: Uint8Array;
  readonly clientEphemeral: Uint8Array;
  readonly clientNonce: Uint8Array;
  readonly daemonKey: Uint8Array;
  readonly daemonEphemeral: Uint8Array;
  readonly daemonNonce: Uint8Array;
  /** The client's is the port it dialled, the daemon's the one it listens on. */
  readonly port: number;
  readonly bootId: Uint8Array;
  readonly pairId: Uint8Array;
  /** The client's is its own, the daemon's the one it saw. */
  readonly origin: string;
  readonly name: string;
}

/** `T` of security §3. */
export function pairingTranscript(facts: PairingFacts): Promise<Bytes> {
  return sha256(
    lengthPrefixed(
      'mailprobe pair v1',
      facts.clientKey,
      facts.clientEphemeral,
      facts.clientNonce,
      facts.daemonKey,
      facts.daemonEphemeral,
      facts.daemonNonce,
      facts.port,
      facts.bootId,
      facts.pairId,
      facts.origin,
      facts.name,
    ),
  );
}

/** `kD` and `kE`: whoever does not know the code gets other ones. `code` is the 16 characters. */
export async function pairingKeys(
  agreed: Uint8Array,
  code: string,
  transcript: Uint8Array,
): Promise<{ daemon: CryptoKey; client: CryptoKey }> {
  const material = new Uint8Array([...agreed, ...utf8(code)]);
  const keys = await deriveKeys(material, transcript, 'mailprobe pair keys v1', 2);
  const [daemon, client] = await Promise.all(keys.map(macKey));
  if (!daemon || !client) throw new TypeError('Two keys were derived.');
  return { daemon, client };
}
