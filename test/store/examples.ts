import type { ConnectionSettings } from '../../shared/account.ts';
import { systemUserId } from '../../shared/id.ts';

export const imapConnection: ConnectionSettings = {
  type: 'imap',
  server: 'imap.acme.example',
  port: 993,
  username: 'ada',
  ssl: true,
  tls: false,
  insecure: false,
  debug: false,
  allowPlain: false,
  allowAddress: false,
  pin: '',
};

export const smtpConnection: ConnectionSettings = {
  ...imapConnection,
  type: 'smtp',
  server: 'mx.acme.example',
  port: 465,
  from: 'Ada <ada@acme.example>',
};

export function accountFields(id: string, name = 'Work', connection = imapConnection) {
  return { id, name, label: 'Ada', active: true, connection };
}

export function logEntry(message = 'Logged in as ada.', more: { accountId?: string; testId?: string } = {}) {
  return {
    createdAt: new Date().toISOString(),
    source: 'IMAP Auth' as const,
    level: 'Info' as const,
    message,
    username: 'system',
    createdBy: systemUserId,
    ...more,
  };
}

export function clientFields(digit: string) {
  return {
    id: digit.repeat(32).slice(0, 32),
    publicKey: `B${'A'.repeat(86)}`,
    origin: `chrome-extension://${'a'.repeat(32)}`,
    name: 'Chromium on ada',
  };
}
