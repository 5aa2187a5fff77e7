import type { MailUser } from './users.ts';

/** What becomes of a letter to `<fate>@fate.test`; who arranges it stands in README.md. */
export const fates = [
  'inbox',
  'junk',
  'folder',
  'twice',
  'spoofed',
  'forged',
  'slow',
  'greylisted',
  'held',
  'lost',
  'deferred',
  'refused',
  'refused-data',
  'refused-later',
  'full',
] as const;

export type Fate = (typeof fates)[number];

/** Its letters go by way of the sending server and the receiving server to Dovecot. */
export const fateDomain = 'fate.test';

/** The receiving server's name, in its Received and Authentication-Results. */
export const receivingHost = `mx.${fateDomain}`;

/** The folders that sieve delivers to. */
export const fateFolders = { junk: 'Junk', folder: 'Newsletters' } as const;

/** So long the receiving server keeps the sending one waiting, in milliseconds. */
export const fateDelays = { slow: 3_000, greylisted: 2_000 } as const;

export function addressOf(fate: Fate | 'sender'): string {
  return `${fate}@${fateDomain}`;
}

/** From of the letters: what comes back comes here. */
export const sender: MailUser = { username: addressOf('sender'), password: 'pw-Sender-1', uids: [] };

/** One mailbox for each fate: its user name is its address. */
export function mailboxOf(fate: Fate): MailUser {
  return { username: addressOf(fate), password: `pw-Fate-${fate}`, uids: [] };
}

export const fateUsers: readonly MailUser[] = [sender, ...fates.map(mailboxOf)];
