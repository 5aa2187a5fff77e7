import { removeIfThere } from '../atomic-file.ts';
import { disk } from '../files.ts';
import { join } from 'node:path';
import type { StoreResult } from './secret-store.ts';
import { settle } from './store-problem.ts';
import { vaultFile } from './vault-file.ts';

/** How the vault of this folder is opened, as the file itself says; `undefined` when there is none. */
export function vaultKind(folder: string): Promise<StoreResult<'vault' | 'vault-keyfile' | undefined>> {
  return settle(async () => {
    const kind = (await vaultFile(folder, disk).read())?.header.kdf.kind;
    if (kind === undefined) return undefined;
    return kind === 'argon2id' ? 'vault' : 'vault-keyfile';
  });
}

/** Removes a vault that nobody's password lies in any more, with its backup and its key. */
export function removeVault(folder: string): Promise<StoreResult<undefined>> {
  return settle(async () => {
    for (const name of ['vault.bin', 'vault.bin.bak', 'vault.key'])
      await removeIfThere(join(folder, name), disk);
    return undefined;
  });
}
