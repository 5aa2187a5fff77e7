import { isDeepStrictEqual } from 'node:util';
import type { SecretBackend } from '../../../shared/secret-place.ts';
import { type BoundSecrets, boundSecrets } from '../../store/secrets/bound-secrets.ts';
import { type KeyFileVault, keyFileVault } from '../../store/secrets/key-file-vault.ts';
import { keychain } from '../../store/secrets/keychain.ts';
import { type PassphraseVault, passphraseVault } from '../../store/secrets/passphrase-vault.ts';
import type { Access, SecretStore, StoreReport, StoreResult } from '../../store/secrets/secret-store.ts';
import type { InstallationMemory } from './installation-memory.ts';
import type { Sentence } from '../../sentence.ts';
import { texts as storeTexts } from '../../store/texts.ts';
import { texts } from '../texts.ts';
import type { KnownPlace } from './known-place.ts';

/** The places a password can lie in, and what each said last. */
export interface Places {
  readonly folder: string;
  readonly vault: PassphraseVault;
  readonly keyFile: KeyFileVault;
  of(backend: SecretBackend): BoundSecrets;
  /** What it said last; asks nothing. */
  known(backend: SecretBackend): KnownPlace;
  /** Asks the place itself, so a keychain may show its prompt. */
  ask(backend: SecretBackend, access?: Access): Promise<KnownPlace>;
  close(): Promise<void>;
}

interface Options {
  folder: string;
  installId: string;
  memory: InstallationMemory;
  env: NodeJS.ProcessEnv;
  /** Called when a place says something else than before. */
  changed: (backend: SecretBackend) => void;
}

/** The keychain, the vault with a passphrase and the vault with a key file. None is asked before it is used. */
export function places({ folder, installId, memory, env, changed }: Options): Places {
  const { generations } = memory;
  const vault = passphraseVault({ folder, generations });
  const keyFile = keyFileVault({ folder, generations });
  const stores: Record<SecretBackend, SecretStore> = {
    keychain: keychain({ installId, canaryMemory: memory.canary, env }),
    vault,
    'vault-keyfile': keyFile,
  };
  const reports = new Map<SecretBackend, StoreReport>();

  function note(backend: SecretBackend, report: StoreReport): void {
    if (isDeepStrictEqual(reports.get(backend), report)) return;
    reports.set(backend, report);
    changed(backend);
  }

  async function ask(backend: SecretBackend, access?: Access): Promise<KnownPlace> {
    note(backend, await stores[backend].state(access));
    return known(backend);
  }

  function known(backend: SecretBackend): KnownPlace {
    return { backend, ...(reports.get(backend) ?? { state: 'waiting', sentence: waiting[backend] }) };
  }

  /** Notes what each call shows of its place. */
  function watched(backend: SecretBackend): SecretStore {
    const store = stores[backend];
    const watch = async <T>(asked: Promise<StoreResult<T>>, access?: Access): Promise<StoreResult<T>> => {
      const result = await asked;
      // Who asks in silence hears no more than that nobody asked.
      if ('trouble' in result && access?.silent) return result;
      if ('trouble' in result) note(backend, result.trouble);
      else if (reports.get(backend)?.state !== 'ready') await ask(backend);
      return result;
    };
    return {
      ...store,
      get: (name, access) => watch(store.get(name, access), access),
      set: (name, value, access) => watch(store.set(name, value, access)),
      delete: (name, access) => watch(store.delete(name, access), access),
      names: (access) => watch(store.names(access)),
    };
  }

  const bound: Record<SecretBackend, BoundSecrets> = {
    keychain: boundSecrets(watched('keychain'), installId),
    vault: boundSecrets(watched('vault'), installId),
    'vault-keyfile': boundSecrets(watched('vault-keyfile'), installId),
  };
  return {
    folder,
    vault,
    keyFile,
    of: (backend) => bound[backend],
    known,
    ask,
    async close() {
      await Promise.all(Object.values(stores).map((store) => store.close()));
      await memory.written();
    },
  };
}

/** Two of them are one file, opened in two ways. */
export function sameFile(one: SecretBackend, other: SecretBackend): boolean {
  return (one === 'keychain') === (other === 'keychain');
}

const waiting: Record<SecretBackend, Sentence> = {
  keychain: texts.keychainWaiting,
  vault: storeTexts.vaultReady,
  'vault-keyfile': storeTexts.keyFileReady,
};
