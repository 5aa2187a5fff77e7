import type { KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { removeIfThere } from '../atomic-file.ts';
import { disk } from '../files.ts';
import type { Secret } from '../../secret.ts';
import type { VaultOptions } from './key-file-vault.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { SecretStore, StoreResult } from './secret-store.ts';
import { settle, StoreProblem } from './store-problem.ts';
import { openParts, rewrite, type VaultParts, vaultStore } from './vault.ts';
import { vaultFile } from './vault-file.ts';
import { type ClosedVault, openVault } from './vault-format.ts';
import { checkPassphrase, deriveKey, makeKeyFile, newArgon2Kdf, readKeyFile } from './vault-key.ts';
import { texts } from '../texts.ts';

/** All methods answer with trouble, never with a throw, when the passphrase is too short or wrong. */
export interface PassphraseVault extends SecretStore {
  create(passphrase: Secret): Promise<StoreResult<undefined>>;
  /** `locked` when the passphrase does not open it. Stays open until `close`. */
  unlock(passphrase: Secret): Promise<StoreResult<undefined>>;
  /** Of an open vault. The backup of before, which the old passphrase opens, is removed. */
  changePassphrase(passphrase: Secret): Promise<StoreResult<undefined>>;
  /** Makes a key-file vault one with a passphrase, and removes its key file. */
  takeOver(passphrase: Secret): Promise<StoreResult<undefined>>;
  /** Makes an open vault one with a key file. The backup of before is removed. */
  handOver(): Promise<StoreResult<undefined>>;
}

export function passphraseVault({ folder, generations, files = disk }: VaultOptions): PassphraseVault {
  const file = vaultFile(folder, files);
  const inTurn = oneAtATime();
  let held: { key: KeyObject; salt: Buffer } | undefined;
  const parts: VaultParts = {
    backend: 'vault',
    file,
    inTurn,
    generations,
    ready: texts.vaultReady,
    async keyFor({ header: { kdf } }) {
      if (kdf.kind !== 'argon2id') throw new StoreProblem('unavailable', texts.vaultNoPassphrase);
      // Another salt: the vault was replaced, and the key that is held is not its key.
      if (!held?.salt.equals(kdf.salt)) throw new StoreProblem('locked', texts.vaultLocked);
      return held.key;
    },
    close() {
      held = undefined;
    },
  };

  async function newKey(passphrase: Secret) {
    checkPassphrase(passphrase);
    const kdf = newArgon2Kdf();
    return { kdf, key: await deriveKey(passphrase, kdf) };
  }

  async function rekey(open: Awaited<ReturnType<typeof openParts>>, passphrase: Secret): Promise<undefined> {
    const { kdf, key } = await newKey(passphrase);
    await rewrite(parts, open, open.items, { key, kdf });
    held = { key, salt: kdf.salt };
    await file.dropBackup();
  }

  const settled = (job: () => Promise<undefined>) => inTurn(() => settle(job));
  return {
    ...vaultStore(parts),
    create: (passphrase) =>
      settled(async () => {
        if (await file.read()) throw new StoreProblem('unavailable', texts.vaultThere);
        const { kdf, key } = await newKey(passphrase);
        await file.write(new Map(), key, { kdf, generation: 1n });
        generations?.remember(1n);
        held = { key, salt: kdf.salt };
        return undefined;
      }),
    unlock: (passphrase) =>
      settled(async () => {
        held = await opened(await file.read(), passphrase);
        return undefined;
      }),
    changePassphrase: (passphrase) => settled(async () => rekey(await openParts(parts), passphrase)),
    takeOver: (passphrase) =>
      settled(async () => {
        const withKeyFile = { ...parts, keyFor: async () => keyFileOf(await readKeyFile(folder, files)) };
        await rekey(await openParts(withKeyFile), passphrase);
        await removeIfThere(join(folder, 'vault.key'), files);
        return undefined;
      }),
    handOver: () =>
      settled(async () => {
        const open = await openParts(parts);
        const key = (await readKeyFile(folder, files)) ?? (await makeKeyFile(folder, files));
        await rewrite(parts, open, open.items, { key, kdf: { kind: 'key-file' } });
        held = undefined;
        await file.dropBackup();
        return undefined;
      }),
  };
}

/** Throws a `StoreProblem` when the passphrase does not open it. */
async function opened(
  vault: ClosedVault | undefined,
  passphrase: Secret,
): Promise<{ key: KeyObject; salt: Buffer }> {
  if (!vault) throw new StoreProblem('unavailable', texts.vaultMissing('vault'));
  const { kdf } = vault.header;
  if (kdf.kind !== 'argon2id') throw new StoreProblem('unavailable', texts.vaultNoPassphrase);
  const key = await deriveKey(passphrase, kdf);
  if (openVault(vault, key)) return { key, salt: kdf.salt };
  throw new StoreProblem('locked', texts.vaultClosed);
}

function keyFileOf(key: KeyObject | undefined): KeyObject {
  if (!key) throw new StoreProblem('unavailable', texts.keyGone);
  return key;
}
