import type { SecretBackend } from '../../../shared/secret-place.ts';
import { keychainPresence } from '../../store/secrets/keychain-presence.ts';
import type { RemoteTables } from '../../store/store-port.ts';
import type { MainLog } from '../main-log.ts';
import type { ServiceLog } from '../refusing-store.ts';
import { type AccountSecrets, accountSecrets as openAccountSecrets } from './account-secrets.ts';
import { firstPlace } from './first-place.ts';
import { installationMemory } from './installation-memory.ts';
import { type Places, places as openPlaces } from './places.ts';
import { lostSentence } from './lost-passwords.ts';
import { recordVaultKind } from './record-vault-kind.ts';
import { type SecretsService, secretsService } from './secrets-service.ts';

export interface OpenSecrets {
  places: Places;
  accountSecrets: AccountSecrets;
  secrets: SecretsService;
  notices: readonly string[];
}

interface Options {
  store: RemoteTables;
  directory: string;
  env: NodeJS.ProcessEnv;
  mainLog: MainLog;
  /** `secrets`: what `secrets.place()` says is another. `accounts`: one of them has lost its password. */
  changed: (what: 'secrets' | 'accounts') => void;
  log?: ServiceLog | undefined;
}

/** The start of all that has to do with passwords. No prompt appears: a vault is looked at, a keychain is not. */
export async function openSecrets({
  store,
  directory,
  env,
  mainLog,
  changed,
  log,
}: Options): Promise<OpenSecrets> {
  const memory = await installationMemory(store, log);
  const installId = await store.installation.id();
  let backend: SecretBackend | undefined;
  const places = openPlaces({
    folder: directory,
    installId,
    memory,
    env,
    changed: (which) => {
      if (which === backend) changed('secrets');
    },
  });
  await recordVaultKind(store, places);
  const chosen = await firstPlace(store, places, () => keychainPresence(env));
  let current = chosen.backend;
  backend = current;
  if (current !== 'keychain') await places.ask(current);
  const place = { get: () => current, set: (next: SecretBackend) => void (current = backend = next) };
  const accountSecrets = openAccountSecrets({
    store,
    places,
    memory,
    place: place.get,
    async onLost(accountId) {
      await mainLog.system(lostSentence, { level: 'Warning', accountId });
      changed('accounts');
    },
  });
  // It opens by itself: what a crash has left in it is mended at once.
  if (current === 'vault-keyfile') accountSecrets.mendSoon(current);
  const secrets = secretsService({ store, places, accountSecrets, mainLog, place, changed });
  return { places, accountSecrets, secrets, notices: chosen.notices };
}
