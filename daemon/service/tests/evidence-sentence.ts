import type { ConnectionSettings } from '../../../shared/account.ts';
import { type Evidence, evidence } from '../../../shared/evidence.ts';
import { explain } from '../../../shared/explanation.ts';
import type { Stage } from '../../../shared/stage.ts';
import { visibleText } from '../../../shared/visible-text.ts';

/** What a passed stage found out, as one English sentence for the Main Log; what others wrote in it is made visible. */
export function evidenceSentence(stage: Stage, found: unknown, settings: ConnectionSettings): string {
  const schema = evidence[stage === 'starttls' ? 'tls' : stage];
  const parsed = schema.safeParse(found);
  if (!parsed.success) return `Stage ${stage} passed.`;
  // The table is keyed by the stage whose schema has just parsed this evidence.
  const say = sentences[stage] as (found: unknown, settings: ConnectionSettings) => string;
  return say(parsed.data, settings);
}

const sentences: { [Name in Stage]: (found: Evidence[Name], settings: ConnectionSettings) => string } = {
  resolve: ({ host, addresses }) =>
    addresses.length === 1 && addresses[0] === host
      ? `${shown(host)} is an address: no name was looked up.`
      : `${shown(host)} was looked up: ${addresses.slice(0, 10).join(', ')}.`,
  connect: ({ address, port, attempts }) => {
    const refused = attempts.filter(({ error }) => error !== undefined);
    const tried = refused.map(({ address, error }) => `${address} (${error})`).slice(0, 10);
    return `Connected to ${address}, port ${port}${tried.length > 0 ? `, after ${tried.join(', ')}` : ''}.`;
  },
  tls: (found) => `Encrypted from the first byte: ${tlsWords(found)}.`,
  starttls: (found) => `Encrypted after the greeting: ${tlsWords(found)}.`,
  greeting: ({ text, authenticated }) =>
    `The server greeted${authenticated ? '' : ' (not authenticated)'}: ${shown(text)}`,
  login: ({ mechanism }, { type, username }) =>
    `${type.toUpperCase()} session set up: logged in as ${shown(username)} by ${shown(mechanism)}.`,
  sender: ({ from, reply }) => `The server accepts the sender ${shown(from)}: ${shown(reply)}`,
  mailbox: ({ count, newest }) => {
    const messages = count === 1 ? '1 message' : `${count} messages`;
    const ids = newest.length === 0 ? '' : `, the newest ${newest.map((id) => shown(id, 70)).join(', ')}`;
    return `List of email ids received: ${messages}${ids}.`;
  },
  logout: ({ reply }) => `Logged out: ${shown(reply)}`,
};

function tlsWords({ version, cipher, certificates, trust, findings }: Evidence['tls']): string {
  const [own] = certificates;
  const certificate = own
    ? `certificate of ${shown(own.names[0] ?? own.subject)}, issued by ${shown(own.issuer)}, valid until ${shown(own.validTo)}`
    : 'no certificate';
  const found = findings.length > 0 ? ` (${findings.map((kind) => explain(kind).title).join('; ')})` : '';
  return `${version}, ${cipher}, ${certificate}, ${trust}${found}`;
}

function shown(text: string, limit = 300): string {
  return visibleText(text.replaceAll(/\r?\n/g, ' / '), limit);
}
