import { sha256 } from './digest.ts';
import { lengthPrefixed, type Part } from './length-prefixed.ts';
import { SessionFailure } from './session-failure.ts';
import { type Bytes, type CryptoKey, type JsonWebKey, subtle } from './web-crypto.ts';

/**
 * The long-lived signing key of one end: `publicKey` is the raw uncompressed P-256 point (65 bytes).
 * It can be kept in IndexedDB as it is.
 */
export interface Identity {
  readonly publicKey: Bytes;
  readonly privateKey: CryptoKey;
}

const curve = { name: 'ECDSA', namedCurve: 'P-256' };
const signing = { name: 'ECDSA', hash: 'SHA-256' };

/** The private half cannot be exported. */
export function generateIdentity(): Promise<Identity> {
  return generate(false);
}

/** An identity together with the text that {@link readIdentity} takes: a JSON Web Key, for a file of mode 0600. */
export async function generateIdentityFile(): Promise<{ identity: Identity; text: string }> {
  const identity = await generate(true);
  const { kty, crv, x, y, d } = await subtle.exportKey('jwk', identity.privateKey);
  const text = JSON.stringify({ kty, crv, x, y, d });
  return { identity: await readIdentity(text), text };
}

/** Fails as `malformed` for anything that is no key pair. */
export async function readIdentity(text: string): Promise<Identity> {
  try {
    const { kty, crv, x, y, d } = JSON.parse(text) as Required<JsonWebKey>;
    const [privateKey, publicKey] = await Promise.all([
      subtle.importKey('jwk', { kty, crv, x, y, d }, curve, false, ['sign']),
      subtle.importKey('jwk', { kty, crv, x, y }, curve, true, ['verify']),
    ]);
    return { publicKey: new Uint8Array(await subtle.exportKey('raw', publicKey)), privateKey };
  } catch {
    throw new SessionFailure('malformed');
  }
}

/** 32 hex digits: the first 16 bytes of the public key's SHA-256. */
export async function clientIdOf(publicKey: Uint8Array): Promise<string> {
  const hash = await sha256(publicKey);
  return [...hash.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** ECDSA P-256 with SHA-256 over the length-prefixed parts: 64 bytes, r ‖ s. */
export async function sign({ privateKey }: Identity, ...parts: readonly Part[]): Promise<Bytes> {
  return new Uint8Array(await subtle.sign(signing, privateKey, lengthPrefixed(...parts)));
}

/** False, too, for a public key that is no point of the curve. */
export async function verifySignature(
  publicKey: Uint8Array,
  signature: Uint8Array,
  ...parts: readonly Part[]
): Promise<boolean> {
  try {
    const key = await subtle.importKey('raw', publicKey, curve, false, ['verify']);
    return await subtle.verify(signing, key, signature, lengthPrefixed(...parts));
  } catch {
    return false;
  }
}

async function generate(extractable: boolean): Promise<Identity> {
  const { publicKey, privateKey } = await subtle.generateKey(curve, extractable, ['sign', 'verify']);
  return { publicKey: new Uint8Array(await subtle.exportKey('raw', publicKey)), privateKey };
}
