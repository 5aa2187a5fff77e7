import { type AccountType, defaultPort, type Security } from '../../shared/account.ts';

/** Where the mail of one type is, and how it is encrypted there. */
export interface ProviderServer {
  readonly server: string;
  readonly port: number;
  readonly security: Security;
}

/** What the provider of an email address says of itself; undefined for an address of a provider unknown here. */
export function serverOfAddress(address: string, type: AccountType): ProviderServer | undefined {
  const [, domain = ''] = /^[^\s@]+@([^\s@]+)$/.exec(address.trim().toLowerCase()) ?? [];
  const provider = providers.find(({ domains }) => domains.includes(domain));
  return provider && serverOf(provider, type);
}

/**
 * The server of another type beside this one: as its provider says, else by its first word (imap.x and smtp.x), else
 * the very same. Without a provider the encryption stays as it is.
 */
export function serverBeside(server: string, security: Security, type: AccountType): ProviderServer {
  const host = server.trim().toLowerCase().replace(/\.$/, '');
  const provider = providers.find(({ imap, pop3, smtp }) => [imap, pop3, smtp].includes(host));
  const known = provider && serverOf(provider, type);
  if (known) return known;
  const named = host.replace(/^(?:imaps?|pop3?s?|smtps?)(?=[.-])/, type === 'pop3' ? 'pop' : type);
  return { server: named, port: defaultPort(type, security), security };
}

interface Provider {
  /** What stands behind the @ of its addresses. */
  readonly domains: readonly string[];
  readonly imap: string;
  readonly pop3?: string;
  readonly smtp: string;
  /** It takes letters by STARTTLS on 587 alone. */
  readonly starttls?: true;
}

function serverOf(provider: Provider, type: AccountType): ProviderServer | undefined {
  const server = provider[type];
  const security = type === 'smtp' && provider.starttls ? 'tls' : 'ssl';
  return server === undefined ? undefined : { server, port: defaultPort(type, security), security };
}

/** Its servers are imap., pop. and smtp. of one name. */
function alike(name: string, ...domains: string[]): Provider {
  return { domains, imap: `imap.${name}`, pop3: `pop.${name}`, smtp: `smtp.${name}` };
}

// As each of them publishes it. The first that has a server is the one it is known by.
const providers: readonly Provider[] = [
  alike('gmail.com', 'gmail.com', 'googlemail.com'),
  {
    domains: [],
    imap: 'outlook.office365.com',
    pop3: 'outlook.office365.com',
    smtp: 'smtp.office365.com',
    starttls: true,
  },
  {
    domains: ['outlook.com', 'hotmail.com', 'live.com', 'msn.com'],
    imap: 'outlook.office365.com',
    pop3: 'outlook.office365.com',
    smtp: 'smtp-mail.outlook.com',
    starttls: true,
  },
  alike('mail.yahoo.com', 'yahoo.com', 'ymail.com', 'rocketmail.com'),
  alike('aol.com', 'aol.com'),
  {
    domains: ['icloud.com', 'me.com', 'mac.com'],
    imap: 'imap.mail.me.com',
    smtp: 'smtp.mail.me.com',
    starttls: true,
  },
  alike('yandex.ru', 'yandex.ru', 'ya.ru', 'yandex.by', 'yandex.kz'),
  alike('yandex.com', 'yandex.com'),
  alike('mail.ru', 'mail.ru', 'inbox.ru', 'list.ru', 'bk.ru', 'internet.ru'),
  alike('rambler.ru', 'rambler.ru'),
  {
    domains: ['gmx.de', 'gmx.net', 'gmx.at', 'gmx.ch'],
    imap: 'imap.gmx.net',
    pop3: 'pop.gmx.net',
    smtp: 'mail.gmx.net',
  },
  { domains: ['gmx.com'], imap: 'imap.gmx.com', pop3: 'pop.gmx.com', smtp: 'mail.gmx.com' },
  { domains: ['web.de'], imap: 'imap.web.de', pop3: 'pop3.web.de', smtp: 'smtp.web.de', starttls: true },
  {
    domains: ['t-online.de'],
    imap: 'secureimap.t-online.de',
    pop3: 'securepop.t-online.de',
    smtp: 'securesmtp.t-online.de',
  },
  alike('fastmail.com', 'fastmail.com', 'fastmail.fm'),
  alike('zoho.com', 'zohomail.com', 'zoho.com'),
  alike('qq.com', 'qq.com'),
  alike('163.com', '163.com'),
];
