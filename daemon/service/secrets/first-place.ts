import type { SecretBackend } from '../../../shared/secret-place.ts';
import type { KeychainPresence } from '../../store/secrets/keychain-presence.ts';
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
 * vault with a key file. Ever after it is what is recorded, also when that place does not answer (security §4). A look
 * that was cut short decides nothing: it is the keychain for this time, and the next start looks again.
 */
export async function firstPlace(
  { secrets }: { secrets: Pick<RemoteTables['secrets'], 'place' | 'setPlace'> },
  places: Pick<Places, 'folder' | 'keyFile'>,
  look: () => Promise<KeychainPresence>,
): Promise<ChosenPlace> {
  const recorded = await secrets.place();
  if (recorded) return { backend: recorded, notices: [] };
  const { isSure, ...chosen } = await choose(places, look);
  if (isSure) await secrets.setPlace(chosen.backend);
  return chosen;
}

async function choose(
  places: Pick<Places, 'folder' | 'keyFile'>,
  look: () => Promise<KeychainPresence>,
): Promise<ChosenPlace & { isSure: boolean }> {
  // A start that ended between the vault and its record, or a vault that somebody brought along.
  const found = orRefused(await vaultKind(places.folder));
  if (found) {
    const notices = ['Passwords go to the vault that is there (vault.bin).'];
    return { backend: found, notices, isSure: true };
  }
  const keychain = await look();
  if (keychain.found) {
    const notices = ['Passwords are kept in the keychain of the system.'];
    return { backend: 'keychain', notices, isSure: true };
  }
  if (keychain.found === undefined) {
    const notices = [
      `It is not known yet whether the keychain of the system can be used. ${keychain.reason}`,
      'Nothing was chosen for good: the next start looks again, or choose on the page Companion where passwords go.',
    ];
    return { backend: 'keychain', notices, isSure: false };
  }
  orRefused(await places.keyFile.create());
  return {
    backend: 'vault-keyfile',
    isSure: true,
    notices: [
      `The keychain of the system cannot be used. ${keychain.reason}`,
      'Passwords are kept in an encrypted vault instead (vault.bin), its key beside it (vault.key): protected by file permissions only.',
      'To use the keychain, or a passphrase, choose it later on the page Companion: all passwords are moved then.',
    ],
  };
}
