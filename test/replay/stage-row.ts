import type { AccountType, Security } from '../../shared/account.ts';
import type { CertificateName } from '../servers/real/certificates.ts';
import { imapScript } from '../servers/scripts/imap.ts';
import { pop3Script } from '../servers/scripts/pop3.ts';
import type { Reply } from '../servers/scripts/responder.ts';
import { smtpScript } from '../servers/scripts/smtp.ts';
import type { Refusal } from './refusals.ts';
import { close, reset, type Script, send, silence, startTls } from '../servers/steps.ts';

/** How a row is put on a stage: a server that says it, or a place where nobody answers. */
export interface Scene {
  type: AccountType;
  security: Security;
  script: Script;
  certificate?: CertificateName;
  /** What the resolver answers instead of loopback. */
  resolverError?: string;
  closedPort?: boolean;
}

export const account = { username: 'ann@mail.test', password: 'hunter2-secret' };

/** Undefined for a row that no server on this machine can act out: another program's words, a network that is not there. */
export function stageRow(row: Refusal): Scene | undefined {
  const type = row.protocol === 'any' ? 'imap' : row.protocol;
  if (row.stage === 'tls') return tlsScene(type, row.class);
  if (row.provider === 'node' || row.provider === 'nodemailer' || row.provider === 'k9')
    return networkScene(type, row.class);
  return { type, ...(row.stage === 'starttls' ? upgrade(type, row) : conversation(type, row)) };
}

function tlsScene(type: AccountType, kind: string): Scene | undefined {
  const certificates: Record<string, CertificateName> = {
    cert_expired: 'expired',
    cert_not_yet_valid: 'notYetValid',
    cert_hostname_mismatch: 'wrongHost',
    cert_self_signed: 'selfSigned',
    cert_untrusted_issuer: 'unknownCa',
  };
  const scene = (script: Script): Scene => ({ type, security: 'ssl', script });
  const certificate = certificates[kind];
  if (certificate) return { ...scene([startTls()]), certificate };
  const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;
  const anonymous = { maxVersion: 'TLSv1.2', ciphers: 'ADH-AES128-SHA256@SECLEVEL=0' } as const;
  const scripts: Record<string, Script> = {
    tls_wrong_mode: [send({ smtp: '220 ready', imap: '* OK ready', pop3: '+OK ready' }[type]), silence()],
    tls_closed: [close()],
    tls_protocol_version: [startTls(old)],
    tls_handshake_failed: [startTls(anonymous)],
  };
  const script = scripts[kind];
  return script && scene(script);
}

function networkScene(type: AccountType, kind: string): Scene | undefined {
  const scene = (script: Script, more: Partial<Scene> = {}): Scene => ({
    type,
    security: 'plain',
    script,
    ...more,
  });
  const scenes: Record<string, Scene> = {
    dns_not_found: scene([], { resolverError: 'ENOTFOUND' }),
    dns_temporary: scene([], { resolverError: 'EAI_AGAIN' }),
    connect_refused: scene([], { closedPort: true }),
    connection_reset: scene([reset()]),
    connection_closed: scene([close()]),
    greeting_timeout: scene([silence()]),
  };
  return scenes[kind];
}

function upgrade(type: AccountType, row: Refusal): Omit<Scene, 'type'> {
  const command = type === 'pop3' ? 'STLS' : 'STARTTLS';
  return { security: 'tls', script: scripted(type, 'tls', { [command]: replies(row) }) };
}

function conversation(type: AccountType, row: Refusal): Omit<Scene, 'type'> {
  const commands: Record<string, Record<AccountType, string>> = {
    greeting: { smtp: 'GREETING', imap: 'GREETING', pop3: 'GREETING' },
    sender: { smtp: 'MAIL', imap: '', pop3: '' },
    mailbox: { smtp: '', imap: 'EXAMINE', pop3: 'STAT' },
  };
  const login: Record<AccountType, string> = { smtp: 'AUTH', imap: 'LOGIN', pop3: 'PASS' };
  const command = (commands[row.stage] ?? login)[type];
  return { security: 'plain', script: scripted(type, 'plain', { [command]: replies(row) }) };
}

function scripted(type: AccountType, security: Security, on: Record<string, Reply | Reply[]>): Script {
  return { smtp: smtpScript, imap: imapScript, pop3: pop3Script }[type]({ ...account, security, on });
}

/** The row's words as the server would send them: with our tag, with the code that a quotation left out. */
function replies({ protocol, raw, stage }: Refusal): Reply[] {
  const lines = raw.split('\n');
  if (protocol === 'smtp') {
    const code = /^\d{3}/.exec(raw)?.[0] ?? '530';
    return lines.map(
      (line, at) => `${code}${at === lines.length - 1 ? ' ' : '-'}${line.replace(/^\d{3}[ -]/, '')}`,
    );
  }
  if (protocol !== 'imap') return lines;
  if (/^\* BYE\b/.test(raw) || stage === 'greeting') return [...lines, close()];
  // An untagged warning stands before the tagged refusal.
  if (raw.startsWith('* ')) return [...lines, 'NO Command failed'];
  return [raw.replace(/^\S+ (?=(NO|BAD)\b)/, '')];
}
