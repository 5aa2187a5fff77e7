import * as z from 'zod/mini';
import { fromBase64url } from './base64url.ts';
import { SessionFailure } from './session-failure.ts';
import type { Bytes } from './web-crypto.ts';

/** Sends one body to a route and gives the reply's, parsed but not yet believed. Rejects when refused. */
export type Post = (path: string, body: Record<string, unknown>) => Promise<unknown>;

/** Binary values are base64url of exactly this many bytes. */
const binary = (length: number) =>
  z
    .string()
    .check(z.refine((text) => fromBase64url(text)?.length === length, `${length} bytes in base64url`));

const version = z.literal(1);
const publicKey = binary(65);
const nonce = binary(32);
const mac = binary(32);
const signature = binary(64);
/** `bootId`, `pairId` and `sid`. */
const randomId = binary(16);
const port = z.number().check(z.int(), z.minimum(1), z.maximum(65535));
const clientName = z.string().check(
  z.minLength(1),
  z.maxLength(128),
  z.refine((name) => name.isWellFormed(), 'whole characters'),
);

export const PairStart = z.strictObject({
  v: version,
  name: clientName,
  key: publicKey,
  eph: publicKey,
  nonce,
  port,
});
export const PairStarted = z.strictObject({
  v: version,
  key: publicKey,
  eph: publicKey,
  nonce,
  bootId: randomId,
  pairId: randomId,
  mac,
  sig: signature,
});
export const PairFinish = z.strictObject({ pairId: randomId, mac, sig: signature });
export const PairDone = z.strictObject({ mac });

export const SessionStart = z.strictObject({
  v: version,
  client: z.string().check(z.regex(/^[\da-f]{32}$/)),
  eph: publicKey,
  nonce,
  port,
});
/** `port` is the one that the daemon really listens on: covered by `sig`, it tells a relay from a stranger. */
export const SessionStarted = z.strictObject({
  v: version,
  eph: publicKey,
  nonce,
  bootId: randomId,
  sid: randomId,
  port,
  sig: signature,
});
export const SessionFinish = z.strictObject({ sid: randomId, sig: signature });

/** A secret in a request: AES-256-GCM of a multiple of 64 bytes, and its tag. */
export const Sealed = z.strictObject({
  sealed: z.string().check(
    z.maxLength(8192),
    z.refine((text) => {
      const length = fromBase64url(text)?.length ?? 0;
      return length > 16 && length % 64 === 16;
    }, 'a sealed value'),
  ),
});
export type Sealed = z.infer<typeof Sealed>;

/** The code of a window that the command line opens. */
export const PairOpen = z.strictObject({ code: Sealed });

/** Fails as `malformed`, or as `wrong_version` when the other end names another version of the protocol. */
export function readMessage<Schema extends z.ZodMiniType>(schema: Schema, body: unknown): z.output<Schema> {
  const result = z.safeParse(schema, body);
  if (result.success) return result.data;
  throw new SessionFailure(namesOtherVersion(body) ? 'wrong_version' : 'malformed');
}

/** The bytes of a field that a schema has let through. */
export function binaryOf(text: string): Bytes {
  const bytes = fromBase64url(text);
  if (!bytes) throw new SessionFailure('malformed');
  return bytes;
}

function namesOtherVersion(body: unknown): boolean {
  if (typeof body !== 'object' || body === null || !('v' in body)) return false;
  return Number.isSafeInteger(body.v) && body.v !== 1;
}
