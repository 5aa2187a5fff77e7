import { accountTypes } from '../../shared/account.ts';
import type { ExplanationContext } from '../../shared/explanation.ts';

const servers = {
  gmail: 'imap.gmail.com',
  microsoft: 'smtp.office365.com',
  yahoo: 'smtp.mail.yahoo.com',
  icloud: 'imap.mail.me.com',
  yandex: 'imap.yandex.com',
  mailru: 'imap.mail.ru',
  gmx: 'imap.gmx.net',
  zoho: 'imap.zoho.eu',
  fastmail: 'imap.fastmail.com',
  qq: 'imap.qq.com',
  netease: 'imap.163.com',
  tonline: 'secureimap.t-online.de',
  ses: 'email-smtp.eu-west-1.amazonaws.com',
  sendgrid: 'smtp.sendgrid.net',
};

/** Every branch of the words of causes: type, encryption, port, provider, with and without. */
export const contexts: ExplanationContext[] = [
  {},
  ...accountTypes.flatMap((type) =>
    (['ssl', 'tls', 'plain'] as const).map((security) => ({
      type,
      security,
      server: 'mail.example.com',
      port: 25,
    })),
  ),
  ...Object.values(servers).flatMap((server) => accountTypes.map((type) => ({ type, server }))),
  { reply: '220 Proton Mail Bridge' },
  { port: 143 },
  { type: 'smtp', security: 'plain', port: 2525 },
];
