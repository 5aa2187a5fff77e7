import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from 'node:crypto';
import { headerBytes, type VaultHeader, writeHeader } from './vault-header.ts';

/** Item lines by name. */
export type VaultItems = ReadonlyMap<string, string>;

/** A vault file taken apart, its bounds checked, its content still closed. */
export interface ClosedVault {
  header: VaultHeader;
  /** All bytes before the ciphertext, authenticated with it. */
  headerBytes: Buffer;
  ciphertext: Buffer;
  tag: Buffer;
}

export const mostVaultBytes = 1024 * 1024;
export const tagBytes = 16;

/** The whole file, sealed under a nonce that was never used before. Throws a RangeError above 1 MiB. */
export function sealVault(items: VaultItems, key: KeyObject, header: Omit<VaultHeader, 'nonce'>): Buffer {
  const plain = Buffer.from(JSON.stringify(Object.fromEntries(items)), 'utf8');
  if (headerBytes + plain.length + tagBytes > mostVaultBytes) {
    throw new RangeError('The vault is full: it holds 1 MiB, which is about 700 passwords.');
  }
  const nonce = randomBytes(12);
  const head = writeHeader({ ...header, nonce }, plain.length);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
  cipher.setAAD(head);
  return Buffer.concat([head, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** `undefined` for a wrong key and for a file that was changed: the two cannot be told apart. */
export function openVault(vault: ClosedVault, key: KeyObject): VaultItems | undefined {
  const decipher = createDecipheriv('aes-256-gcm', key, vault.header.nonce, { authTagLength: tagBytes });
  decipher.setAAD(vault.headerBytes);
  decipher.setAuthTag(vault.tag);
  try {
    const plain = Buffer.concat([decipher.update(vault.ciphertext), decipher.final()]);
    // Authenticated: it is what sealVault wrote.
    return new Map(Object.entries(JSON.parse(plain.toString('utf8')) as Record<string, string>));
  } catch {
    return undefined;
  }
}
