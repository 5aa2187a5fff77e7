import { expect, it } from 'vitest';
import { warningsOf } from '../../daemon/probe/warnings.ts';
import type { Certificate, Evidence } from '../../shared/evidence.ts';
import { warningSentence } from '../../shared/warning-sentence.ts';
import { settingsOf } from '../walk.ts';

const day = 24 * 60 * 60 * 1000;
const settings = settingsOf({ type: 'imap', security: 'ssl', port: 993 });

function warningsFor(change: Partial<Evidence['tls']>, certificate: Partial<Certificate> = {}): string {
  const own: Certificate = {
    subject: 'CN=mail.test',
    issuer: 'CN=Test CA',
    names: ['mail.test'],
    validFrom: '2025-01-01T00:00:00.000Z',
    validTo: new Date(Date.now() + 400 * day).toISOString(),
    fingerprint256: 'AA:BB',
    spki: 'c3BraQ==',
    key: 'RSA 2048',
    ...certificate,
  };
  const evidence = {
    version: 'TLSv1.3',
    cipher: 'TLS_AES_128_GCM_SHA256',
    certificates: [own],
    trust: 'validated',
    findings: [],
    ...change,
  };
  return warningsOf(settings, { type: 'passed', stage: 'tls', ms: 1, evidence })
    .map(warningSentence)
    .join(' ');
}

it('a good certificate gives no warning', () => {
  expect(warningsFor({})).toBe('');
});

it.each([
  ['a weak RSA key', {}, { key: 'RSA 1024' }, /weak \(RSA 1024\)/],
  [
    'an age that ends in ten days',
    {},
    { validTo: new Date(Date.now() + 10 * day).toISOString() },
    /runs out in 10 days/,
  ],
  ['trust by a pin alone', { trust: 'pinned', findings: ['cert_self_signed'] }, {}, /by its pin alone/],
  ['no validation', { trust: 'not validated', findings: ['cert_expired'] }, {}, /not validated .*expired/],
] as const)('%s is told', (_name, change, certificate, sentence) => {
  expect(warningsFor(change as Partial<Evidence['tls']>, certificate)).toMatch(sentence);
});

it('an elliptic key is not measured by the bits of RSA', () => {
  expect(warningsFor({}, { key: 'EC prime256v1' })).toBe('');
});
