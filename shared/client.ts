import * as z from 'zod/mini';

/** A paired client (security §3): a public key and what the person knows it by, never a secret. */
export const Client = z.strictObject({
  /** Hex of the first 16 bytes of the public key's SHA-256. */
  id: z.string().check(z.regex(/^[\da-f]{32}$/, 'A client id is 32 hex digits.')),
  /** Raw uncompressed P-256 point (65 bytes) in base64url. */
  publicKey: z.string().check(z.regex(/^B[\w-]{86}$/, 'A public key is a P-256 point in base64url.')),
  origin: z.string().check(z.minLength(1), z.maxLength(128)),
  name: z
    .string()
    .check(z.minLength(1, 'Name is missing.'), z.maxLength(128, 'Name is longer than 128 characters.')),
  /** ISO 8601, UTC, milliseconds. */
  createdAt: z.iso.datetime({ precision: 3 }),
  lastUsedAt: z.iso.datetime({ precision: 3 }),
});
export type Client = z.infer<typeof Client>;

/** More than one person has browsers (security §2). */
export const mostClients = 16;
