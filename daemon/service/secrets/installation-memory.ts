import type { RemoteTables } from '../../store/store-port.ts';
import type { CanaryMemory } from '../../store/secrets/keychain-canary.ts';
import type { GenerationMemory } from '../../store/secrets/vault.ts';
import type { ServiceLog } from '../refusing-store.ts';

/** What the secret stores remember outside of themselves. */
export interface InstallationMemory {
  canary: CanaryMemory;
  generations: GenerationMemory;
  /** Resolves when all that was remembered is on disk, or could not be written. */
  written(): Promise<void>;
}

/** The secret stores ask at once and the database answers later: read at the start, written behind. */
export async function installationMemory(
  { installation }: RemoteTables,
  log?: ServiceLog,
): Promise<InstallationMemory> {
  let canaryWritten = await installation.canaryWritten();
  let generation = BigInt(await installation.vaultGeneration());
  let writing: Promise<unknown> = Promise.resolve();

  function write(change: () => Promise<void>): void {
    // Forgotten, it costs a warning or a second canary, never a password.
    writing = writing.then(change).catch((error: unknown) => {
      log?.warn({ err: error }, 'What the secret stores remember was not written.');
    });
  }

  return {
    canary: {
      written: () => canaryWritten,
      remember() {
        canaryWritten = true;
        write(() => installation.rememberCanary());
      },
    },
    generations: {
      recall: () => generation,
      remember(newest) {
        generation = newest;
        write(() => installation.setVaultGeneration(Number(newest)));
      },
    },
    written: async () => void (await writing),
  };
}
