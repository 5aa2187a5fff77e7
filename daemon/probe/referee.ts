import type { AccountType } from '../../shared/account.ts';
import { ImapTags } from './imap-tags.ts';
import { SmtpTurns } from './smtp-turns.ts';

/** Sees every line of both sides and throws when the server speaks out of turn. */
export interface Referee {
  client(bytes: Buffer): void;
  /** The first 80 characters of one line. */
  server(line: string): void;
}

/** POP3 needs none: its client counts the replies itself. */
export function refereeFor(type: AccountType): Referee | undefined {
  if (type === 'imap') return new ImapTags();
  return type === 'smtp' ? new SmtpTurns() : undefined;
}
