import type { AccountType } from './account-type.ts';
import type { Security } from './security.ts';

/** The usual port (RFC 8314 §7, contract §1). */
export function defaultPort(type: AccountType, security: Security): number {
  return defaultPorts[type][security];
}

const defaultPorts: Record<AccountType, Record<Security, number>> = {
  smtp: { ssl: 465, tls: 587, plain: 25 },
  imap: { ssl: 993, tls: 143, plain: 143 },
  pop3: { ssl: 995, tls: 110, plain: 110 },
};
