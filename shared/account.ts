import * as z from 'zod/mini';
import { Id } from './id.ts';
import type { Security } from './security.ts';
import { senderAddress } from './sender-address.ts';

export { type Security, securityOf } from './security.ts';

export const accountTypes = ['smtp', 'imap', 'pop3'] as const;
export const AccountType = z.enum(accountTypes);
export type AccountType = z.infer<typeof AccountType>;

const oneLine = (label: string) =>
  z.refine<string>((text) => !/[\r\n\0]/.test(text), `${label} must be one line of text.`);

const serverName = z.string().check(
  z.trim(),
  z.minLength(1, 'Server is missing: type the host name of the mail server, such as imap.example.com.'),
  z.maxLength(253, 'Server is longer than a host name can be (253 characters).'),
  z.refine(
    (server) => !server.includes('://'),
    'Server is a host name alone: leave out the scheme (such as imaps://).',
  ),
  z.refine(isHostOrAddress, 'Server is a host name or an IP address alone: no port, path, user or blanks.'),
);

/** What a test needs to know of an account, the secret apart (contract §1). */
export const ConnectionSettings = z
  .strictObject({
    type: AccountType,
    server: serverName,
    port: z
      .number('Port is a number from 1 to 65535.')
      .check(
        z.int('Port is a whole number from 1 to 65535.'),
        z.minimum(1, 'Port is a number from 1 to 65535.'),
        z.maximum(65535, 'Port is a number from 1 to 65535.'),
      ),
    username: z
      .string()
      .check(
        z.minLength(1, 'User Name is missing.'),
        z.maxLength(320, 'User Name is longer than 320 characters.'),
        oneLine('User Name'),
      ),
    from: z.optional(
      z.string().check(z.maxLength(512, 'From is longer than 512 characters.'), oneLine('From')),
    ),
    ssl: z._default(z.boolean(), false),
    tls: z._default(z.boolean(), false),
    insecure: z._default(z.boolean(), false),
    debug: z._default(z.boolean(), false),
    /** The person agreed that the password travels in plain text. */
    allowPlain: z._default(z.boolean(), false),
    /** The person agreed to loopback or an unusual port. */
    allowAddress: z._default(z.boolean(), false),
    /** SHA-256 of the server's SPKI in base64, or empty. */
    pin: z._default(
      z
        .string()
        .check(
          z.regex(
            /^$|^[A-Za-z0-9+/]{43}=$/,
            'Pin is the SHA-256 of the public key in base64: 44 characters.',
          ),
        ),
      '',
    ),
  })
  .check(
    z.refine(({ ssl, tls }) => !(ssl && tls), {
      error:
        'Enable SSL and Enable TLS exclude each other: SSL for ports 465, 993, 995; TLS (STARTTLS) for 587, 143, 110.',
      path: ['tls'],
    }),
    z.refine(({ ssl, tls, allowPlain }) => ssl || tls || allowPlain, {
      error:
        'Without SSL or TLS the password travels in plain text: enable one of them, or confirm plain text.',
      path: ['allowPlain'],
    }),
    z.refine(({ type, from }) => type !== 'smtp' || Boolean(from?.trim()), {
      error: 'From is missing: SMTP needs the sender address.',
      path: ['from'],
    }),
    z.refine(({ from }) => !from?.trim() || senderAddress(from) !== undefined, {
      error: 'From holds no address, or more than one: write ada@example.com or Ada <ada@example.com>.',
      path: ['from'],
    }),
  );
export type ConnectionSettings = z.infer<typeof ConnectionSettings>;

/** What a person fills in, the password apart (contract §1). */
export const AccountForm = z.strictObject({
  name: z
    .string()
    .check(
      z.trim(),
      z.minLength(1, 'Name is missing.'),
      z.maxLength(128, 'Name is longer than 128 characters.'),
      oneLine('Name'),
    ),
  label: z._default(z.string().check(oneLine('Email User Label')), ''),
  active: z._default(z.boolean(), true),
  connection: ConnectionSettings,
});
export type AccountForm = z.infer<typeof AccountForm>;

/** An account as it is stored and shown: never with its password. */
export const Account = z.extend(AccountForm, {
  id: Id,
  hasPassword: z.boolean(),
  /** 1 when it was made, one more with each change. */
  revision: z.number().check(z.int(), z.minimum(1)),
});
export type Account = z.infer<typeof Account>;

/** The usual port (RFC 8314 §7, contract §1). */
export function defaultPort(type: AccountType, security: Security): number {
  return defaultPorts[type][security];
}

const defaultPorts: Record<AccountType, Record<Security, number>> = {
  smtp: { ssl: 465, tls: 587, plain: 25 },
  imap: { ssl: 993, tls: 143, plain: 143 },
  pop3: { ssl: 995, tls: 110, plain: 110 },
};

/** Shape only: IDN labels are allowed, resolving is the daemon's. */
function isHostOrAddress(server: string): boolean {
  if (server.includes(':')) return /^[0-9a-f:]+(%\w+)?$|^[0-9a-f:]*(\d{1,3}\.){3}\d{1,3}$/i.test(server);
  return server
    .replace(/\.$/, '')
    .split('.')
    .every((label) => /^[\p{L}\p{N}\p{M}_](?:[\p{L}\p{N}\p{M}_-]{0,61}[\p{L}\p{N}\p{M}_])?$/u.test(label));
}
