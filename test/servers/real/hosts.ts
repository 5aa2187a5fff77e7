import type { CertificateName } from './certificates.ts';

/** The address picks the certificate, on every TLS port; all of 127/8 is loopback and needs no setting up. */
export const hosts = {
  valid: '127.0.0.1',
  expired: '127.0.0.2',
  wrongHost: '127.0.0.3',
  selfSigned: '127.0.0.4',
  unknownCa: '127.0.0.5',
} as const satisfies Partial<Record<CertificateName, string>>;

export type HostName = keyof typeof hosts;

/** Hosts whose certificate must be refused. */
export const badHosts = ['expired', 'wrongHost', 'selfSigned', 'unknownCa'] as const satisfies HostName[];
