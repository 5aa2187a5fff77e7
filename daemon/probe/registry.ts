import type { AccountType } from '../../shared/account.ts';
import type { Probe } from './session.ts';

/** Every account type has its probe, loaded with its mail library at its first test; a new type does not compile until it is here. */
export const registry = {
  smtp: async () => (await import('./smtp.ts')).smtp,
  imap: async () => (await import('./imap.ts')).imap,
  pop3: async () => (await import('./pop3.ts')).pop3,
} satisfies Record<AccountType, () => Promise<Probe>>;
