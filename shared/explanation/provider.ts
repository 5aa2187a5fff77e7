/** Providers whose servers need words or steps of their own. */
export const providers = [
  'gmail',
  'microsoft',
  'yahoo',
  'icloud',
  'yandex',
  'mailru',
  'gmx',
  'ionos',
  'zoho',
  'fastmail',
  'proton',
  'qq',
  'netease',
  'tonline',
  'ses',
  'sendgrid',
  'zimbra',
] as const;

export type Provider = (typeof providers)[number];

/** Which provider runs the server: by the host name the person typed, else by the server's own words. */
export function providerOf(host: string | undefined, words: string | undefined): Provider | undefined {
  const name = (host ?? '').trim().toLowerCase().replace(/\.$/, '');
  const byName = providers.find((provider) =>
    domains[provider].some((domain) => name === domain || name.endsWith(`.${domain}`)),
  );
  if (byName || !words) return byName;
  const start = words.slice(0, 8192);
  return providers.find((provider) => signs[provider]?.test(start));
}

const domains: Record<Provider, string[]> = {
  gmail: ['gmail.com', 'googlemail.com', 'google.com'],
  microsoft: [
    'outlook.com',
    'office365.com',
    'hotmail.com',
    'live.com',
    'office365.us',
    'outlook.cn',
    'microsoft.com',
  ],
  yahoo: [
    'yahoo.com',
    'yahoo.co.jp',
    'yahoodns.net',
    'aol.com',
    'att.net',
    'ymail.com',
    'sbcglobal.net',
    'verizon.net',
    'aim.com',
  ],
  icloud: ['me.com', 'icloud.com', 'mac.com', 'icloud.com.cn'],
  yandex: ['yandex.com', 'yandex.ru', 'yandex.net', 'ya.ru', 'yandex.by', 'yandex.kz', 'yandex.com.tr'],
  mailru: ['mail.ru', 'vk.com', 'inbox.ru', 'list.ru', 'bk.ru', 'internet.ru'],
  gmx: ['gmx.net', 'gmx.com', 'gmx.de', 'gmx.at', 'gmx.ch', 'web.de', 'mail.com'],
  ionos: [
    'ionos.com',
    'ionos.de',
    'ionos.co.uk',
    'ionos.fr',
    'ionos.es',
    'ionos.it',
    '1und1.de',
    '1and1.com',
    'kundenserver.de',
    'perfora.net',
  ],
  zoho: ['zoho.com', 'zoho.eu', 'zoho.in', 'zoho.com.au', 'zohocloud.ca', 'zoho.jp', 'zohomail.com'],
  fastmail: ['fastmail.com', 'messagingengine.com', 'fastmail.fm'],
  proton: ['protonmail.ch', 'proton.me'],
  qq: ['qq.com', 'foxmail.com'],
  netease: ['163.com', '126.com', 'yeah.net', '188.com', 'netease.com'],
  tonline: ['t-online.de', 'telekom.de', 'magenta.de'],
  ses: ['amazonaws.com', 'awsapps.com'],
  sendgrid: ['sendgrid.net', 'sendgrid.com'],
  zimbra: [],
};

/** Only words that no other provider's server would say. */
const signs: Partial<Record<Provider, RegExp>> = {
  gmail: /\bgsmtp\b|support\.google\.com|accounts\.google\.com|\bGimap\b|Gpop ready/,
  microsoft:
    /SmtpClientAuthentication|\.outlook\.com|aka\.ms\/|Microsoft Exchange|Microsoft ESMTP|\.office365\.com/i,
  yahoo: /#(?:MBR|AUTH)\d+|yahoo\.com|yahoodns/i,
  icloud: /\.mail\.icloud\.com|iCloud|\.apple\.com/i,
  yandex: /\byandex\b|\bya\.cc\b/i,
  mailru: /\bmail\.ru\b/i,
  gmx: /\bgmx\.(?:net|com|de)\b|\bweb\.de\b/i,
  ionos: /kundenserver\.de|perfora\.net|\bionos\b/i,
  zoho: /\bzoho(?:mail)?\b/i,
  fastmail: /fastmail|messagingengine/i,
  proton: /proton ?mail|proton\.me|Proton Mail Bridge/i,
  qq: /\.qq\.com|\bQQMail\b/i,
  netease: /\b(?:163|126|188|yeah)\.(?:com|net)\b|Coremail System/i,
  tonline: /t-online\.de|\btelekom\b/i,
  ses: /amazonaws\.com|Amazon SES|\bAWS\b/i,
  sendgrid: /sendgrid/i,
  zimbra: /\bzimbra\b/i,
};
