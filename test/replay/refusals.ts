import { existsSync, readFileSync } from 'node:fs';
import type { AccountType } from '../../shared/account.ts';

/** A refusal of a real server, as `test/data/mail-errors.json` holds it. */
export interface Refusal {
  provider: string;
  protocol: AccountType | 'any';
  stage: string;
  raw: string;
  class: string;
  retry: boolean;
}

/** The collection beside the project when it is there, else our copy. */
export const knownRefusals = read('../../../shared/data/mail-errors.json', '../data/mail-errors.json');

/** Further wordings of the same servers, collected by us. */
export const otherWordings = read('../data/other-wordings.json');

/** Where people meet these words: the server's name tells what an ambiguous text does not. */
export function hostOf({ provider }: Refusal): string {
  return hosts[provider] ?? '127.0.0.1';
}

function read(...paths: string[]): Refusal[] {
  const found = paths.map((path) => new URL(path, import.meta.url)).find((url) => existsSync(url));
  if (!found) throw new Error(`None of ${paths.join(', ')} is there.`);
  return JSON.parse(readFileSync(found, 'utf8')) as Refusal[];
}

const hosts: Record<string, string> = {
  gmail: 'smtp.gmail.com',
  microsoft365: 'smtp.office365.com',
  'outlook.com': 'smtp-mail.outlook.com',
  yahoo: 'imap.mail.yahoo.com',
  icloud: 'imap.mail.me.com',
  yandex: 'imap.yandex.ru',
  'mail.ru': 'smtp.mail.ru',
  gmx: 'mail.gmx.net',
  'web.de': 'imap.web.de',
  zoho: 'smtp.zoho.eu',
  fastmail: 'imap.fastmail.com',
  qq: 'smtp.qq.com',
  'netease-163': 'imap.163.com',
  'amazon-ses': 'email-smtp.eu-west-1.amazonaws.com',
  sendgrid: 'smtp.sendgrid.net',
};
