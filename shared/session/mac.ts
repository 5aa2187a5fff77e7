import { lengthPrefixed, type Part } from './length-prefixed.ts';
import { type Bytes, type CryptoKey, subtle } from './web-crypto.ts';

/** A key for HMAC-SHA-256, not extractable. */
export function macKey(bytes: Uint8Array): Promise<CryptoKey> {
  return subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify']);
}

/** HMAC-SHA-256 over the length-prefixed parts: 32 bytes. */
export async function mac(key: CryptoKey, ...parts: readonly Part[]): Promise<Bytes> {
  return new Uint8Array(await subtle.sign({ name: 'HMAC' }, key, lengthPrefixed(...parts)));
}

/** Compares in constant time. */
export function verifyMac(key: CryptoKey, given: Uint8Array, ...parts: readonly Part[]): Promise<boolean> {
  return subtle.verify({ name: 'HMAC' }, key, given, lengthPrefixed(...parts));
}
