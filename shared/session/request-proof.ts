import { fromBase64url, toBase64url } from './base64url.ts';
import { sha256 } from './digest.ts';
import { mac, verifyMac } from './mac.ts';
import { SessionFailure } from './session-failure.ts';
import type { Bytes, CryptoKey } from './web-crypto.ts';

/** What a proof covers. `body` is the bytes as they travel. */
export interface ProvenParts {
  readonly method: string;
  readonly path: string;
  readonly seq: number;
  readonly body: Uint8Array;
}

/** The header, taken apart: nothing in it is believed yet. */
export interface Authorization {
  /** Base64url, as in the messages. */
  readonly sid: string;
  readonly seq: number;
  readonly mac: Bytes;
}

const form = /^Mailprobe ([\w-]{22})\.([1-9]\d{0,15})\.([\w-]{43})$/;

/** The `Authorization` header of one request. */
export async function proveRequest(key: CryptoKey, sid: Uint8Array, parts: ProvenParts): Promise<string> {
  const proof = await mac(key, ...(await partsOf(parts)));
  return `Mailprobe ${toBase64url(sid)}.${parts.seq}.${toBase64url(proof)}`;
}

/** Fails as `wrong_proof`: one spelling only, `seq` from 1 to 2^53 − 1. */
export function readAuthorization(header: string): Authorization {
  const [, sid = '', digits = '', proof = ''] = form.exec(header) ?? [];
  const seq = Number(digits);
  const mac = fromBase64url(proof);
  if (fromBase64url(sid)?.length !== 16 || mac?.length !== 32 || !Number.isSafeInteger(seq))
    throw new SessionFailure('wrong_proof');
  return { sid, seq, mac };
}

export async function verifyRequest(key: CryptoKey, given: Uint8Array, parts: ProvenParts): Promise<boolean> {
  return verifyMac(key, given, ...(await partsOf(parts)));
}

async function partsOf({ method, path, seq, body }: ProvenParts) {
  return ['mailprobe request v1', method, path, seq, await sha256(body)];
}
