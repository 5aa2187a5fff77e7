import type { ConnectionSettings } from '../../shared/account.ts';
import type { TestEvent } from '../../shared/event.ts';
import type { Certificate } from '../../shared/evidence.ts';
import { evidence } from '../../shared/evidence.ts';
import type { TestWarning } from '../../shared/warning.ts';

const day = 24 * 60 * 60 * 1000;
const soon = 21 * day;

/** What a passed stage must not hide. */
export function warningsOf(
  settings: ConnectionSettings,
  { stage, evidence: found }: Extract<TestEvent, { type: 'passed' }>,
): TestWarning[] {
  if (stage === 'login' && !settings.ssl && !settings.tls) {
    return [{ kind: 'plain_password' }];
  }
  if (stage !== 'tls' && stage !== 'starttls') return [];
  const { trust, findings, certificates } = evidence.tls.parse(found);
  const own = certificates[0];
  return [
    ...(trust === 'not validated' ? [{ kind: 'not_validated' as const, findings }] : []),
    ...(trust === 'pinned' && findings.length > 0 ? [{ kind: 'pin_alone' as const, findings }] : []),
    ...(own ? aging(own) : []),
    ...(own && weak(own) ? [{ kind: 'weak_key' as const, strength: own.key }] : []),
  ];
}

function aging({ validTo }: Certificate): TestWarning[] {
  const left = Date.parse(validTo) - Date.now();
  return left > 0 && left < soon ? [{ kind: 'certificate_ends', days: Math.ceil(left / day), validTo }] : [];
}

function weak({ key }: Certificate): boolean {
  const [kind, bits] = key.split(' ');
  return kind === 'RSA' && Number(bits) < 2048;
}
