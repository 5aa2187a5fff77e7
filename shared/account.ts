import * as z from 'zod/mini';
import { Id } from './id.ts';
import { AccountType } from './account-type.ts';
import { senderAddress } from './sender-address.ts';
import { type RuleName, rules as english } from './texts/en/rules.ts';
import { textsOf } from './texts.ts';

export { AccountType, accountTypes } from './account-type.ts';
export { defaultPort } from './default-port.ts';
export { type Security, securityOf } from './security.ts';

const rules = textsOf('rules', english);

/** The sentence of a broken rule, in the language that is spoken when it is checked. */
const rule = (name: RuleName) => ({ error: () => rules()[name] });

const oneLine = (name: RuleName) => z.refine<string>((text) => !/[\r\n\0]/.test(text), rule(name));

const serverName = z.string().check(
  z.trim(),
  z.minLength(1, rule('serverMissing')),
  z.maxLength(253, rule('serverLong')),
  z.refine((server) => !server.includes('://'), rule('serverScheme')),
  z.refine(isHostOrAddress, rule('serverForm')),
);

/** What a test needs to know of an account, the secret apart (contract §1). */
export const ConnectionSettings = z
  .strictObject({
    type: AccountType,
    server: serverName,
    port: z
      .number(rule('portRange'))
      .check(z.int(rule('portWhole')), z.minimum(1, rule('portRange')), z.maximum(65535, rule('portRange'))),
    username: z
      .string()
      .check(
        z.minLength(1, rule('usernameMissing')),
        z.maxLength(320, rule('usernameLong')),
        oneLine('usernameLine'),
      ),
    from: z.optional(z.string().check(z.maxLength(512, rule('fromLong')), oneLine('fromLine'))),
    ssl: z._default(z.boolean(), false),
    tls: z._default(z.boolean(), false),
    insecure: z._default(z.boolean(), false),
    debug: z._default(z.boolean(), false),
    /** The person agreed that the password travels in plain text. */
    allowPlain: z._default(z.boolean(), false),
    /** The person agreed to loopback or an unusual port. */
    allowAddress: z._default(z.boolean(), false),
    /** SHA-256 of the server's SPKI in base64, or empty. */
    pin: z._default(z.string().check(z.regex(/^$|^[A-Za-z0-9+/]{43}=$/, rule('pinForm'))), ''),
  })
  .check(
    z.refine(({ ssl, tls }) => !(ssl && tls), {
      ...rule('sslAndTls'),
      path: ['tls'],
    }),
    z.refine(({ ssl, tls, allowPlain }) => ssl || tls || allowPlain, {
      ...rule('plainText'),
      path: ['allowPlain'],
    }),
    z.refine(({ type, from }) => type !== 'smtp' || Boolean(from?.trim()), {
      ...rule('fromMissing'),
      path: ['from'],
    }),
    z.refine(({ from }) => !from?.trim() || senderAddress(from) !== undefined, {
      ...rule('fromForm'),
      path: ['from'],
    }),
  );
export type ConnectionSettings = z.infer<typeof ConnectionSettings>;

/** Characters of a name, as JavaScript counts them. */
export const longestName = 128;

/** What a person fills in, the password apart (contract §1). */
export const AccountForm = z.strictObject({
  name: z
    .string()
    .check(
      z.trim(),
      z.minLength(1, rule('nameMissing')),
      z.maxLength(longestName, rule('nameLong')),
      oneLine('nameLine'),
    ),
  label: z._default(z.string().check(oneLine('labelLine')), ''),
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

/** Shape only: IDN labels are allowed, resolving is the daemon's. */
function isHostOrAddress(server: string): boolean {
  if (server.includes(':')) return /^[0-9a-f:]+(%\w+)?$|^[0-9a-f:]*(\d{1,3}\.){3}\d{1,3}$/i.test(server);
  return server
    .replace(/\.$/, '')
    .split('.')
    .every((label) => /^[\p{L}\p{N}\p{M}_](?:[\p{L}\p{N}\p{M}_-]{0,61}[\p{L}\p{N}\p{M}_])?$/u.test(label));
}
