import { randomBytes } from 'node:crypto';
import type { AccountType, Security } from '../../shared/account.ts';
import { imapScript } from '../servers/scripts/imap.ts';
import { pop3Script } from '../servers/scripts/pop3.ts';
import type { Reply } from '../servers/scripts/responder.ts';
import { smtpScript } from '../servers/scripts/smtp.ts';
import type { Script } from '../servers/steps.ts';

/** One way a server can be bad. */
export interface HostileCase {
  name: string;
  security: Security;
  script: Script;
  /** Words of the server that the failure must repeat. */
  says?: string;
  /** The kind, where only one is right. */
  kind?: string;
}

export const account = {
  username: 'ann@mail.test',
  password: 'hunter2-Äpfel"1',
  messageIds: ['4', '9', '11'],
};

export const megabyte = 1024 * 1024;
export const garbage = randomBytes(4096);
export const http =
  'HTTP/1.1 400 Bad Request\r\nServer: nginx\r\nContent-Type: text/html\r\n\r\n<html>Bad Request</html>';

/** A well-behaved server of this type but for what `on` says. */
export function server(
  type: AccountType,
  security: Security,
  on: Record<string, Reply | readonly Reply[]>,
): Script {
  const make = { smtp: smtpScript, imap: imapScript, pop3: pop3Script }[type];
  return make({ ...account, security, on });
}
