import type { AccountType } from '../../account-type.ts';
import { defaultPort } from '../../default-port.ts';
import type { Security } from '../../security.ts';

/** Usual port in words: `993`, or one for each protocol where it is not known which. */
export function usualPort(type: AccountType | undefined, security: Security): string {
  if (type) return String(defaultPort(type, security));
  return `${defaultPort('smtp', security)} (SMTP), ${defaultPort('imap', security)} (IMAP) или ${defaultPort('pop3', security)} (POP3)`;
}

/** The ports of a protocol and what belongs to them. */
export function usualPorts(type: AccountType | undefined): string {
  return `${usualPort(type, 'ssl')} с SSL, ${usualPort(type, 'tls')} с TLS`;
}
