import { keychain } from '../../daemon/store/secrets/keychain.ts';
import { keyFileVault } from '../../daemon/store/secrets/key-file-vault.ts';
import { passphraseVault } from '../../daemon/store/secrets/passphrase-vault.ts';
import type { SecretStore } from '../../daemon/store/secrets/secret-store.ts';
import { Secret } from '../../daemon/secret.ts';
import { describeSecretStore } from '../describe-secret-store.ts';
import { canaryMemory } from '../secrets/canary-memory.ts';
import { dataFolder } from '../secrets/data-folder.ts';
import { keyring } from '../servers/keyring.ts';

describeSecretStore('a vault with a key file', async () => {
  const folder = await dataFolder();
  const store = keyFileVault({ folder: folder.path });
  await store.create();
  return until(store, folder);
});

describeSecretStore('a vault with a passphrase', async () => {
  const folder = await dataFolder();
  const store = passphraseVault({ folder: folder.path });
  await store.create(new Secret('correct horse battery'));
  return until(store, folder);
});

describeSecretStore('the keychain of a real desktop session', async () => {
  const session = await keyring();
  const store = keychain({ installId: 'test', canaryMemory: canaryMemory(), env: session.env });
  return until(store, session);
});

function until(store: SecretStore, ground: AsyncDisposable) {
  return {
    store,
    async stop() {
      await store.close();
      await ground[Symbol.asyncDispose]();
    },
  };
}
