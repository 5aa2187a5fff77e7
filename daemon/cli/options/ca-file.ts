import { X509Certificate } from 'node:crypto';
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { visibleText } from '../../../shared/visible-text.ts';
import { UsageError } from '../usage-error.ts';

const mostOctets = 1024 * 1024;
const pemBlock = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/** The PEM certificates of a file, and nothing else that stands in it. Throws UsageError. */
export function readCaFile(path: string): string {
  const name = visibleText(path, 200);
  const blocks = read(path, name).match(pemBlock);
  if (!blocks) {
    throw new UsageError(
      `--ca: ${name} holds no PEM certificate (-----BEGIN CERTIFICATE-----). Convert a DER file with: openssl x509 -inform der -in FILE -out FILE.pem`,
    );
  }
  for (const [index, block] of blocks.entries()) {
    if (!isCertificate(block)) {
      throw new UsageError(`--ca: certificate ${index + 1} in ${name} is damaged; export it again.`);
    }
  }
  return `${blocks.join('\n')}\n`;
}

function read(path: string, name: string): string {
  try {
    const { size } = statSync(path);
    if (size > mostOctets)
      throw new UsageError(
        `--ca: ${name} is larger than a file of certificates can be (${mostOctets} octets).`,
      );
    const file = openSync(path, 'r');
    try {
      // A device has no size: no more is read than may be there.
      const octets = Buffer.alloc(mostOctets);
      return octets.toString('latin1', 0, readSync(file, octets));
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    const reason = reasons[code] ?? code;
    throw new UsageError(`--ca: ${name} cannot be read (${reason}).`);
  }
}

const reasons: Record<string, string> = {
  ENOENT: 'no such file',
  EACCES: 'no permission',
  EISDIR: 'it is a folder',
};

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).subject.length >= 0;
  } catch {
    return false;
  }
}
