import type { KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { removeIfThere, replaceFile } from '../atomic-file.ts';
import type { Files } from '../files.ts';
import { readPrivateFile } from '../private-file.ts';
import { StoreProblem } from './store-problem.ts';
import { type ClosedVault, mostVaultBytes, sealVault, tagBytes, type VaultItems } from './vault-format.ts';
import { damaged, headerBytes, readHeader, type VaultKdf } from './vault-header.ts';
import { texts } from '../texts.ts';

/** `vault.bin` in the data folder. */
export interface VaultFile {
  /** `undefined` when there is none. */
  read(): Promise<ClosedVault | undefined>;
  /** Resolves after it is on disk. */
  write(items: VaultItems, key: KeyObject, header: { kdf: VaultKdf; generation: bigint }): Promise<void>;
  /** The vault of before the last change, which an old key still opens. */
  dropBackup(): Promise<void>;
}

export function vaultFile(folder: string, files: Files): VaultFile {
  const path = join(folder, 'vault.bin');
  return {
    async read() {
      const bytes = await readPrivateFile(path, mostVaultBytes, files);
      return bytes && closedVault(bytes);
    },
    async write(items, key, header) {
      await replaceFile({ path, bytes: seal(items, key, header), backup: true }, files);
    },
    async dropBackup() {
      await removeIfThere(`${path}.bak`, files);
    },
  };
}

function closedVault(bytes: Buffer): ClosedVault {
  const { header, ciphertextBytes } = readHeader(bytes);
  const end = headerBytes + ciphertextBytes;
  if (bytes.length !== end + tagBytes) throw damaged(texts.vaultCut);
  return {
    header,
    headerBytes: bytes.subarray(0, headerBytes),
    ciphertext: bytes.subarray(headerBytes, end),
    tag: bytes.subarray(end),
  };
}

function seal(...[items, key, header]: Parameters<VaultFile['write']>): Buffer {
  try {
    return sealVault(items, key, header);
  } catch (error) {
    if (error instanceof RangeError) throw new StoreProblem('unavailable', texts.vaultFull, { cause: error });
    throw error;
  }
}
