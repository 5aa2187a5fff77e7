import type { ConnectionSettings, Security } from '../../../shared/account.ts';
import { visibleText } from '../../../shared/visible-text.ts';

/** The account that a report is about. */
export interface Subject {
  settings: ConnectionSettings;
  security: Security;
  /** Nobody typed a port: the usual one was taken. */
  portTaken: boolean;
}

/** Such as `IMAP test of ada@example.com on mail.example.com, port 993 (the usual one), SSL`. */
export function heading({ settings, security, portTaken }: Subject): string {
  const { type, username, server, port } = settings;
  const usual = portTaken ? ' (the usual one)' : '';
  const how = { ssl: 'SSL', tls: type === 'pop3' ? 'STLS' : 'STARTTLS', plain: 'plain text' }[security];
  return `${type.toUpperCase()} test of ${visibleText(username)} on ${visibleText(server)}, port ${port}${usual}, ${how}`;
}
