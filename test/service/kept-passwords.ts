import { Secret } from '../../daemon/secret.ts';
import { boundSecrets } from '../../daemon/store/secrets/bound-secrets.ts';
import { keychain } from '../../daemon/store/secrets/keychain.ts';
import { keyFileVault } from '../../daemon/store/secrets/key-file-vault.ts';
import { passphraseVault } from '../../daemon/store/secrets/passphrase-vault.ts';
import type { Store } from '../../daemon/store/store.ts';
import type { SecretBackend } from '../../shared/secret-place.ts';
import { canaryMemory } from '../secrets/canary-memory.ts';

export const passphrase = 'correct horse battery';

/** What lies in the places themselves, past the service. */
export interface KeptPasswords {
  /** Of each account by its name: the password that its settings are given, or why none. */
  pairs: Record<string, string>;
  /** Ids in the vault without an account that keeps its password there. */
  orphans: string[];
}

export async function keptPasswords(
  { store, directory }: { store: Store; directory: string },
  env: NodeJS.ProcessEnv = {},
): Promise<KeptPasswords> {
  const installId = await store.installation.id();
  const vault = passphraseVault({ folder: directory });
  await vault.unlock(new Secret(passphrase));
  const stores = {
    keychain: keychain({ installId, canaryMemory: canaryMemory(), env }),
    vault,
    'vault-keyfile': keyFileVault({ folder: directory }),
  };
  const pairs: Record<string, string> = {};
  const inVault = new Set<string>();
  try {
    for (const { id, name, connection } of await store.accounts.list()) {
      const backend: SecretBackend | undefined = await store.accounts.passwordKeptIn(id);
      if (backend && backend !== 'keychain') inVault.add(id);
      const found = backend && (await boundSecrets(stores[backend], installId).get(id, connection));
      pairs[name] = found?.outcome === 'found' ? found.secret.open() : (found?.outcome ?? 'none');
    }
    const names = await Promise.all(
      [stores.vault, stores['vault-keyfile']].map((one) => boundSecrets(one, installId).accountIds()),
    );
    const listed = names.flatMap((each) => ('value' in each ? (each.value ?? []) : []));
    return { pairs, orphans: listed.filter((id) => !inVault.has(id)) };
  } finally {
    for (const one of Object.values(stores)) await one.close();
  }
}
