import {
  createCipheriv,
  createHash,
  createHmac,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';

/** The protocol's primitives once more, on node:crypto and by the letter of the design: what our code must agree with. */
export function lp(...parts: (string | number | Uint8Array)[]): Buffer {
  return Buffer.concat(
    parts.flatMap((part) => {
      const bytes = typeof part === 'object' ? Buffer.from(part) : Buffer.from(String(part), 'utf8');
      const length = Buffer.alloc(4);
      length.writeUInt32BE(bytes.length);
      return [length, bytes];
    }),
  );
}

export function hash(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

export function hmac(key: Uint8Array, ...parts: (string | number | Uint8Array)[]): Buffer {
  return createHmac('sha256', key)
    .update(lp(...parts))
    .digest();
}

/** HKDF in pieces of 32 bytes. */
export function hkdf(material: Uint8Array, salt: Uint8Array, info: string, count: number): Buffer[] {
  const bytes = Buffer.from(hkdfSync('sha256', material, salt, info, 32 * count));
  return Array.from({ length: count }, (_, at) => bytes.subarray(32 * at, 32 * at + 32));
}

/** A P-256 key pair and its raw uncompressed point. */
export function keyPair(): { raw: Buffer; privateKey: KeyObject; publicKey: KeyObject } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { privateKey, publicKey, raw: rawOf(publicKey) };
}

function rawOf(publicKey: KeyObject): Buffer {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  return Buffer.concat([Buffer.of(4), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]);
}

export function agreed(privateKey: KeyObject, publicKey: KeyObject): Buffer {
  return diffieHellman({ privateKey, publicKey });
}

export function ecdsa(key: KeyObject, ...parts: (string | number | Uint8Array)[]): Buffer {
  return sign('sha256', lp(...parts), { key, dsaEncoding: 'ieee-p1363' });
}

export function ecdsaHolds(
  key: KeyObject,
  signature: Uint8Array,
  ...parts: (string | number | Uint8Array)[]
): boolean {
  return verify('sha256', lp(...parts), { key, dsaEncoding: 'ieee-p1363' }, signature);
}

export function aesGcm(key: Uint8Array, nonce: Uint8Array, aad: Uint8Array, plain: Uint8Array): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(aad);
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

export function b64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}

export function unb64(text: unknown): Buffer {
  return Buffer.from(String(text), 'base64url');
}
