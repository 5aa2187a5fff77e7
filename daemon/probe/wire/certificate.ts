import { createHash, X509Certificate } from 'node:crypto';
import type { DetailedPeerCertificate } from 'node:tls';
import type { Certificate } from '../../../shared/evidence.ts';

/** Chains are short; a longer one is somebody's joke. */
const longestChain = 10;

/** The certificates the server sent, its own first. */
export function describeChain(leaf: DetailedPeerCertificate): Certificate[] {
  const chain: Certificate[] = [];
  const seen = new Set<string>();
  let current: DetailedPeerCertificate | undefined = leaf;
  while (current?.raw && !seen.has(current.fingerprint256) && chain.length < longestChain) {
    seen.add(current.fingerprint256);
    chain.push(describe(new X509Certificate(current.raw)));
    current = current.issuerCertificate;
  }
  return chain;
}

function describe(certificate: X509Certificate): Certificate {
  return {
    subject: oneLine(certificate.subject),
    issuer: oneLine(certificate.issuer),
    names: namesIn(certificate.subjectAltName ?? ''),
    validFrom: new Date(certificate.validFrom).toISOString(),
    validTo: new Date(certificate.validTo).toISOString(),
    fingerprint256: certificate.fingerprint256,
    spki: createHash('sha256')
      .update(certificate.publicKey.export({ type: 'spki', format: 'der' }))
      .digest('base64'),
    key: describeKey(certificate),
  };
}

/** `DNS:a.example, IP Address:192.0.2.1` as OpenSSL writes it, without its labels. */
function namesIn(alternatives: string): string[] {
  const names = alternatives.split(', ').map((name) => name.replace(/^(DNS|IP Address):/, ''));
  return names.filter(Boolean).slice(0, 100);
}

function describeKey({ publicKey }: X509Certificate): string {
  const details = publicKey.asymmetricKeyDetails;
  const kind = (publicKey.asymmetricKeyType ?? 'unknown').toUpperCase();
  return [kind, details?.modulusLength ?? details?.namedCurve].filter(Boolean).join(' ');
}

function oneLine(name: string | undefined): string {
  return (name ?? '').split('\n').join(', ');
}
