import type { AccountType } from '../../shared/account.ts';
import { imap } from './imap.ts';
import { pop3 } from './pop3.ts';
import type { Probe } from './session.ts';
import { smtp } from './smtp.ts';

/** Every account type has its probe; a new type does not compile until it is here. */
export const registry = { smtp, imap, pop3 } satisfies Record<AccountType, Probe>;
