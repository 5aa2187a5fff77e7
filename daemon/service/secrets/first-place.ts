import type { SecretBackend } from '../../../shared/secret-place.ts';
import { keychainPresence } from '../../store/secrets/keychain-presence.ts';
import { vaultKind } from '../../store/secrets/vault-kind.ts';
import type { RemoteTables } from '../../store/store-port.ts';
import type { Places } from './places.ts';
import { orRefused } from './secret-refusal.ts';

export interface ChosenPlace {
  backend: SecretBackend;
  /** For the terminal; empty when the choice was made before. */
  notices: readonly string[];
}

/**
 * Where new passwords go. Chosen once, at the very first start: the keychain if it is found without a prompt, else a
 * vault with a key file. Ever after it is what is recorded, also when that place does not answer (security §4).
 */
export async function firstPlace(
  { secrets }: RemoteTables,
  places: Places,
  env: NodeJS.ProcessEnv,
): Promise<ChosenPlace> {
  const recorded = await secrets.place();
  if (recorded) return { backend: recorded, notices: [] };
  const chosen = await choose(places, env);
  await secrets.setPlace(chosen.backend);
  return chosen;
}

async function choose(places: Places, env: NodeJS.ProcessEnv): Promise<ChosenPlace> {
  // A start that ended between the vault and its record, or a vault that somebody brought along.
  const found = orRefused(await vaultKind(places.folder));
  if (found) {
    return { backend: found, notices: ['Passwords go to the vault that is there (vault.bin).'] };
  }
  const keychain = await keychainPresence(env);
  if (keychain.found) {
    return { backend: 'keychain', notices: ['Passwords are kept in the keychain of the system.'] };
  }
  orRefused(await places.keyFile.create());
  return {
    backend: 'vault-keyfile',
    notices: [
      `The keychain of the system cannot be used. ${keychain.reason}`,
      'Passwords are kept in an encrypted vault instead (vault.bin), its key beside it (vault.key): protected by file permissions only.',
      'To use the keychain, or a passphrase, choose it later on the page Companion: all passwords are moved then.',
    ],
  };
}
