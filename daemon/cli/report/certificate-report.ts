import * as z from 'zod/mini';
import { Certificate } from '../../../shared/evidence.ts';
import type { Failure } from '../../../shared/failure.ts';
import { day } from '../../../shared/tls-words.ts';
import { visibleText } from '../../../shared/visible-text.ts';
import type { Output } from '../terminal.ts';
import { wrap } from '../wrap.ts';

/**
 * For a refused certificate: whose it is, and the option that pins its key, ready to paste. Empty for
 * other failures, and when no certificate was seen.
 */
export function certificateReport({ kind, evidence }: Failure, out: Output): string {
  const own = z.array(Certificate).safeParse(evidence?.['certificates']).data?.[0];
  if (!own || !kind.startsWith('cert_')) return '';
  const names = own.names.slice(0, 10);
  const facts: [string, string][] = [
    ['for', names.length > 0 ? names.join(', ') : own.subject],
    ['issued by', own.issuer],
    ['valid', `${day(own.validFrom)} to ${day(own.validTo)}`],
    ['SHA-256', own.fingerprint256],
  ];
  const lines = facts.map(([name, text]) => `  ${name.padEnd(9)}  ${visibleText(text)}`);
  const advice =
    kind === 'cert_pin_mismatch'
      ? "The server's key is not the pinned one. Pin the new key only when the server's administrator confirms the change:"
      : 'If the administrator of the server confirms this fingerprint, accept exactly this key with:';
  return ['The certificate it sent:', ...lines, wrap(advice, out), `  --pin ${visibleText(own.spki)}`].join(
    '\n',
  );
}
