import type { Evidence } from '../../evidence.ts';

/** What a passed stage found out, in a few words. */
export const evidenceTexts = {
  attempt: (address: string, error: string | undefined, ms: number) =>
    `${address} (${error ?? 'answered'} after ${ms} ms)`,
  after: (attempts: string) => `, after ${attempts}`,
  beforeTls: (greeting: string) => `before TLS, not authenticated: ${greeting}`,
  loggedIn: (mechanism: string, username: string) => `${mechanism} as ${username}`,
  accepted: (from: string) => `${from} accepted`,
  messages: (count: number) => (count === 1 ? '1 message' : `${count} messages`),
  newest: (ids: string) => `, newest ${ids}`,
  certificate: (owner: string, day: string) => `certificate of ${owner} valid until ${day}`,
  noCertificate: 'no certificate',
  andMore: (first: string, more: number) => `${first} (and ${more} more)`,
  trust: { validated: 'validated', pinned: 'pinned', 'not validated': 'NOT validated' } satisfies Record<
    Evidence['tls']['trust'],
    string
  >,
  again: 'Trying again later can help, with nothing changed.',
  notAgain: 'Trying again with nothing changed will not help.',
};
