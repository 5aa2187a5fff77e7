import { disk, type Files } from '../files.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { SecretStore, StoreResult } from './secret-store.ts';
import { settle, StoreProblem } from './store-problem.ts';
import { type GenerationMemory, vaultStore } from './vault.ts';
import { vaultFile } from './vault-file.ts';
import { makeKeyFile, readKeyFile } from './vault-key.ts';
import { texts } from '../texts.ts';

export interface VaultOptions {
  /** The data folder, 0700. */
  folder: string;
  generations?: GenerationMemory;
  files?: Files;
}

export interface KeyFileVault extends SecretStore {
  /** Makes key and empty vault; a result of trouble when there is a vault already. */
  create(): Promise<StoreResult<undefined>>;
}

/** Opens by itself, also without a person: whoever can read the data folder can read the passwords. */
export function keyFileVault({ folder, generations, files = disk }: VaultOptions): KeyFileVault {
  const file = vaultFile(folder, files);
  const inTurn = oneAtATime();
  const store = vaultStore({
    backend: 'vault-keyfile',
    file,
    inTurn,
    generations,
    ready: texts.keyFileReady,
    async keyFor({ header }) {
      if (header.kdf.kind !== 'key-file') {
        throw new StoreProblem('unavailable', texts.vaultNoKeyFile);
      }
      const key = await readKeyFile(folder, files);
      if (!key) throw new StoreProblem('unavailable', texts.keyMissing);
      return key;
    },
    // The key is read for each call.
    close() {},
  });
  const create = () =>
    settle(async () => {
      if (await file.read()) throw new StoreProblem('unavailable', texts.vaultThere);
      // A key that is there may be all that opens a vault.bin.bak.
      const key = (await readKeyFile(folder, files)) ?? (await makeKeyFile(folder, files));
      await file.write(new Map(), key, { kdf: { kind: 'key-file' }, generation: 1n });
      generations?.remember(1n);
      return undefined;
    });
  return { ...store, create: () => inTurn(create) };
}
