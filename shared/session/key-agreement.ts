import { SessionFailure } from './session-failure.ts';
import { type Bytes, type CryptoKey, subtle, utf8 } from './web-crypto.ts';

/** A key for one exchange: `publicKey` is the raw uncompressed point (65 bytes). */
export interface Ephemeral {
  readonly publicKey: Bytes;
  readonly privateKey: CryptoKey;
}

const curve = { name: 'ECDH', namedCurve: 'P-256' };

export async function generateEphemeral(): Promise<Ephemeral> {
  const { publicKey, privateKey } = await subtle.generateKey(curve, false, ['deriveBits']);
  return { publicKey: new Uint8Array(await subtle.exportKey('raw', publicKey)), privateKey };
}

/** ECDH: the 32-byte x coordinate. Fails as `malformed` for a point that is not on the curve. */
export async function agree(privateKey: CryptoKey, theirs: Uint8Array): Promise<Bytes> {
  try {
    const point = await subtle.importKey('raw', theirs, curve, false, []);
    return new Uint8Array(await subtle.deriveBits({ name: 'ECDH', public: point }, privateKey, 256));
  } catch {
    throw new SessionFailure('malformed');
  }
}

/** HKDF-SHA-256 (RFC 5869), cut into keys of 32 bytes. */
export async function deriveKeys(
  material: Uint8Array,
  salt: Uint8Array,
  info: string,
  count: number,
): Promise<Bytes[]> {
  const key = await subtle.importKey('raw', material, { name: 'HKDF' }, false, ['deriveBits']);
  const algorithm = { name: 'HKDF', hash: 'SHA-256', salt, info: utf8(info) };
  const bits = await subtle.deriveBits(algorithm, key, count * 256);
  return Array.from({ length: count }, (_, at) => new Uint8Array(bits.slice(at * 32, at * 32 + 32)));
}
