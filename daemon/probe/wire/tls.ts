import { isIP } from 'node:net';
import type { Duplex } from 'node:stream';
import {
  checkServerIdentity,
  connect,
  createSecureContext,
  getCACertificates,
  type PeerCertificate,
  type SecureContext,
  type TLSSocket,
} from 'node:tls';
import type { Evidence } from '../../../shared/evidence.ts';
import type { FailureKind } from '../../../shared/failure.ts';
import { CodedFailure, KnownFailure } from '../known-failure.ts';
import { kindOfCode } from '../classify/codes.ts';
import { describeChain } from './certificate.ts';

export interface TlsPolicy {
  /** A-label or IP literal the certificate must be for. */
  host: string;
  /** SHA-256 of the SPKI, base64; a matching one stands in for chain and host name (RFC 7469 §2.4). */
  pin: string;
  /** Disable Certificate Validation: validation runs, its findings are reported, and the walk goes on. */
  insecure: boolean;
  /** PEM certificates trusted beside the built-in ones. */
  ca?: string | undefined;
}

/**
 * Performs the TLS handshake and judges the certificate before the first byte after it is written.
 * Throws a `CodedFailure` with Node's validation code, or `cert_pin_mismatch`; both carry the chain
 * as evidence.
 */
export async function startTls(
  carrier: Duplex,
  policy: TlsPolicy,
): Promise<{ socket: TLSSocket; evidence: Evidence['tls'] }> {
  const socket = await handshake(carrier, policy);
  const certificates = describeChain(socket.getPeerCertificate(true));
  const code = socket.authorized ? undefined : validationCode(socket);
  const evidence: Evidence['tls'] = {
    version: socket.getProtocol() ?? 'unknown',
    cipher: socket.getCipher().standardName,
    certificates,
    trust: code === undefined ? 'validated' : 'not validated',
    findings: findingsOf(socket, code, policy.host),
  };
  if (policy.pin) {
    if (certificates[0]?.spki !== policy.pin) {
      socket.destroy();
      throw new KnownFailure(
        'cert_pin_mismatch',
        `The server's key is ${certificates[0]?.spki ?? 'missing'}, pinned is ${policy.pin}.`,
        { evidence },
      );
    }
    return { socket, evidence: { ...evidence, trust: 'pinned' } };
  }
  if (code !== undefined && !policy.insecure) {
    socket.destroy();
    throw new CodedFailure(code, certificateSentence(code, policy.host, certificates[0]?.names ?? []), {
      evidence,
    });
  }
  return { socket, evidence };
}

let usualTrust: SecureContext | undefined;

/** Node's own roots and the system's, so that a company's CA works where its administrator installed it. */
function trusting(extra: string[]): SecureContext {
  const all = [...getCACertificates('default'), ...getCACertificates('system'), ...extra];
  // Most are on both lists, their lines broken in other places: each costs 20 kB for as long as the daemon runs.
  const roots = new Map(all.map((pem) => [pem.replaceAll(/\s/g, ''), pem]));
  return createSecureContext({ ca: [...roots.values()], minVersion: 'TLSv1.2' });
}

function handshake(carrier: Duplex, { host, ca }: TlsPolicy): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    if (carrier.destroyed) {
      return reject(
        carrier.errored ?? new CodedFailure('ECLOSED', 'The server closed the connection before TLS began.'),
      );
    }
    const socket = connect({
      socket: carrier,
      host,
      ...(isIP(host) ? {} : { servername: host }),
      secureContext: ca === undefined ? (usualTrust ??= trusting([])) : trusting([ca]),
      // The verdict is ours, right after the handshake: only so the refused chain can be shown.
      rejectUnauthorized: false,
      checkServerIdentity: identityError,
    });
    const onClose = () =>
      onError(new CodedFailure('ECLOSED', 'The server closed the connection during the TLS handshake.'));
    const onError = (error: Error) => {
      socket.off('close', onClose);
      socket.destroy();
      reject(error);
    };
    socket.once('error', onError);
    socket.once('close', onClose);
    socket.once('secureConnect', () => {
      socket.off('error', onError);
      socket.off('close', onClose);
      resolve(socket);
    });
  });
}

/** Node types this as an Error; it is the code, or a message where there is none. */
function validationCode({ authorizationError }: TLSSocket): string {
  const finding: unknown = authorizationError;
  return typeof finding === 'string' ? finding : 'CERTIFICATE_VERIFY_FAILED';
}

/** All that is wrong, as the kinds it would have failed with; OpenSSL stops at the first. */
function findingsOf(socket: TLSSocket, code: string | undefined, host: string): FailureKind[] {
  if (code === undefined) return [];
  const certificate = socket.getPeerCertificate();
  const first = kindOfCode(code, { stage: 'tls', agreed: false, message: '' }) ?? 'cert_invalid';
  const findings = new Set<FailureKind>([first]);
  if (Date.parse(certificate.valid_to) < Date.now()) findings.add('cert_expired');
  if (identityError(host, certificate)) findings.add('cert_hostname_mismatch');
  return [...findings];
}

/** A common name alone is no host name (RFC 9525 §6.3); Node would still take it. */
function identityError(host: string, certificate: PeerCertificate): Error | undefined {
  if (certificate.subjectaltname) return checkServerIdentity(host, certificate);
  return Object.assign(new Error('The certificate names no host.'), { code: 'ERR_TLS_CERT_ALTNAME_INVALID' });
}

function certificateSentence(code: string, host: string, names: string[]): string {
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    return names.length > 0
      ? `The certificate is for ${names.join(', ')}, not for ${host}.`
      : `The certificate names no host at all, so it cannot be for ${host}.`;
  }
  return `The certificate was refused: ${code}.`;
}
