/** A key as the browser and Node hold it; the DOM's type of the same name fits. */
export interface CryptoKey {
  readonly type: string;
  readonly extractable: boolean;
  readonly algorithm: { readonly name: string };
  readonly usages: readonly string[];
}

export interface CryptoKeyPair {
  readonly publicKey: CryptoKey;
  readonly privateKey: CryptoKey;
}

/** Bytes in memory of their own, as `fetch` and WebCrypto want them. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** An EC key as JSON (RFC 7518 §6.2): `d` is the private half. */
export interface JsonWebKey {
  readonly kty?: string;
  readonly crv?: string;
  readonly x?: string;
  readonly y?: string;
  readonly d?: string;
}

interface Algorithm {
  readonly name: string;
  readonly [parameter: string]: unknown;
}

/** The part of W3C Web Cryptography that the session stands on: shared/ has neither the DOM's types nor Node's. */
interface SubtleCrypto {
  digest(algorithm: string, data: Uint8Array): Promise<ArrayBuffer>;
  generateKey(algorithm: Algorithm, extractable: boolean, usages: string[]): Promise<CryptoKeyPair>;
  importKey(
    format: 'raw',
    data: Uint8Array,
    algorithm: Algorithm,
    extractable: boolean,
    usages: string[],
  ): Promise<CryptoKey>;
  importKey(
    format: 'jwk',
    data: JsonWebKey,
    algorithm: Algorithm,
    extractable: boolean,
    usages: string[],
  ): Promise<CryptoKey>;
  exportKey(format: 'raw', key: CryptoKey): Promise<ArrayBuffer>;
  exportKey(format: 'jwk', key: CryptoKey): Promise<JsonWebKey>;
  deriveBits(algorithm: Algorithm, key: CryptoKey, bits: number): Promise<ArrayBuffer>;
  sign(algorithm: Algorithm, key: CryptoKey, data: Uint8Array): Promise<ArrayBuffer>;
  verify(algorithm: Algorithm, key: CryptoKey, signature: Uint8Array, data: Uint8Array): Promise<boolean>;
  encrypt(algorithm: Algorithm, key: CryptoKey, data: Uint8Array): Promise<ArrayBuffer>;
  decrypt(algorithm: Algorithm, key: CryptoKey, data: Uint8Array): Promise<ArrayBuffer>;
}

interface WebGlobals {
  readonly crypto: { readonly subtle: SubtleCrypto; getRandomValues(bytes: Bytes): Bytes };
  readonly TextEncoder: new () => { encode(text: string): Bytes };
  readonly TextDecoder: new (
    encoding: 'utf-8',
    options: { fatal: true; ignoreBOM: true },
  ) => { decode(bytes: Uint8Array): string };
}

const { crypto, TextEncoder, TextDecoder } = globalThis as unknown as WebGlobals;

export const { subtle } = crypto;

export function randomBytes(length: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(length));
}

/** Throws a TypeError for half a surrogate pair: encoders put U+FFFD in its place, and two texts become one. */
export function utf8(text: string): Bytes {
  if (!text.isWellFormed()) throw new TypeError('The text holds half a surrogate pair.');
  return new TextEncoder().encode(text);
}

/** Throws a TypeError for bytes that are not UTF-8. */
export function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}
