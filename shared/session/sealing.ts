import { fromBase64url, toBase64url } from './base64url.ts';
import { lengthPrefixed } from './length-prefixed.ts';
import type { Sealed } from './messages.ts';
import { SessionFailure } from './session-failure.ts';
import { type Bytes, type CryptoKey, subtle, textOf, utf8 } from './web-crypto.ts';

/** Where a sealed value belongs: it opens nowhere else. */
export interface SealPlace {
  /** Of the sealed field among the sealed fields in the route's schema, from 0. */
  readonly index: number;
  readonly field: string;
  readonly accountId?: string;
  /** Of the secret to its endpoint (security §4). */
  readonly binding?: string;
}

/** The request that carries the value. `seq` makes the nonce: one key never seals two values with one pair of index and `seq`. */
export interface SealedRequest {
  readonly sid: Uint8Array;
  readonly seq: number;
  readonly path: string;
}

const block = 64;
const longest = 4096;

export function sealKey(bytes: Uint8Array): Promise<CryptoKey> {
  return subtle.importKey('raw', bytes, { name: 'AES-GCM' }, false, ['encrypt', 'decrypt']);
}

/** Throws a RangeError above 4,096 bytes of UTF-8. */
export async function seal(
  key: CryptoKey,
  request: SealedRequest,
  place: SealPlace,
  secret: string,
): Promise<Sealed> {
  const sealed = await subtle.encrypt(algorithmOf(request, place), key, pad(utf8(secret)));
  return { sealed: toBase64url(new Uint8Array(sealed)) };
}

/** Fails as `wrong_seal`, whatever was altered. */
export async function unseal(
  key: CryptoKey,
  request: SealedRequest,
  place: SealPlace,
  { sealed }: Sealed,
): Promise<string> {
  try {
    const bytes = fromBase64url(sealed) ?? new Uint8Array();
    return textOf(unpad(new Uint8Array(await subtle.decrypt(algorithmOf(request, place), key, bytes))));
  } catch {
    throw new SessionFailure('wrong_seal');
  }
}

function algorithmOf({ sid, seq, path }: SealedRequest, { index, field, accountId, binding }: SealPlace) {
  const iv = new Uint8Array(12);
  const view = new DataView(iv.buffer);
  view.setUint32(0, index);
  view.setBigUint64(4, BigInt(seq));
  const additionalData = lengthPrefixed(
    'mailprobe seal v1',
    sid,
    seq,
    path,
    field,
    accountId ?? '',
    binding ?? '',
  );
  return { name: 'AES-GCM', iv, additionalData, tagLength: 128 };
}

/** 2-byte length ‖ bytes ‖ zeros to a multiple of 64: the length of a password does not show. */
function pad(bytes: Uint8Array): Bytes {
  if (bytes.length > longest) throw new RangeError('A sealed value is at most 4,096 bytes long.');
  const padded = new Uint8Array(Math.ceil((2 + bytes.length) / block) * block);
  new DataView(padded.buffer).setUint16(0, bytes.length);
  padded.set(bytes, 2);
  return padded;
}

function unpad(padded: Bytes): Uint8Array {
  const length = new DataView(padded.buffer).getUint16(0);
  const bytes = padded.subarray(2, 2 + length);
  const expected = pad(bytes);
  if (expected.length !== padded.length || padded.some((byte, at) => byte !== expected[at]))
    throw new TypeError('The padding is not ours.');
  return bytes;
}
