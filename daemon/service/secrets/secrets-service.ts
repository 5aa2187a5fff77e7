import type { Id } from '../../../shared/id.ts';
import type { SecretBackend } from '../../../shared/secret-place.ts';
import type { Secret } from '../../secret.ts';
import type { RemoteTables } from '../../store/store-port.ts';
import type { MainLog } from '../main-log.ts';
import type { AccountSecrets } from './account-secrets.ts';
import type { KnownPlace } from './known-place.ts';
import { lostPasswords, lostSentence } from './lost-passwords.ts';
import { moveSecrets } from './move.ts';
import type { Places } from './places.ts';
import { opened } from './secret-refusal.ts';

export interface SecretsService {
  /** Where new passwords go, and what that place said last; asks nothing, so no prompt appears. */
  place(): KnownPlace;
  /** Asks the place, which may show its unlock prompt. */
  check(): Promise<KnownPlace>;
  unlock(passphrase: Secret): Promise<KnownPlace>;
  move(to: SecretBackend, passphrase?: Secret): Promise<{ moved: number; place: KnownPlace }>;
}

interface Options {
  store: RemoteTables;
  places: Places;
  accountSecrets: AccountSecrets;
  mainLog: MainLog;
  place: { get: () => SecretBackend; set: (backend: SecretBackend) => void };
  changed: (what: 'secrets' | 'accounts') => void;
}

export function secretsService(options: Options): SecretsService {
  const { store, places, accountSecrets, mainLog, place, changed } = options;
  const tellLost = async (lost: readonly Id[]) => {
    for (const accountId of lost) await mainLog.system(lostSentence, { level: 'Warning', accountId });
    if (lost.length > 0) changed('accounts');
  };
  return {
    place: () => places.known(place.get()),

    async check() {
      const report = await places.ask(place.get(), { userAct: true });
      const lost = await accountSecrets.alone(async (mend) => {
        const begun = (await store.secrets.begun()).map(({ backend }) => backend);
        for (const backend of new Set(begun)) await mend(backend);
        return lostPasswords(store, places);
      });
      await tellLost(lost);
      return report;
    },

    async unlock(passphrase) {
      opened(await places.vault.unlock(passphrase));
      const report = await places.ask('vault');
      accountSecrets.mendSoon('vault');
      return report;
    },

    async move(to, passphrase) {
      const { moved, lost } = await accountSecrets.alone(async (mend) => {
        try {
          const done = await moveSecrets({ store, places, mend }, { to, place: place.get(), passphrase });
          // A vault that was just made anew holds nothing of what was kept in the one before.
          return { ...done, lost: [...done.lost, ...(await lostPasswords(store, places))] };
        } finally {
          place.set((await store.secrets.place()) ?? place.get());
        }
      });
      await mainLog.system(`New passwords are kept in ${names[to]}; ${countOf(moved)} moved there.`);
      const left = (await store.secrets.begun()).length;
      if (left > 0) await mainLog.system(`${countOf(left)} ${notYetDeleted}`, { level: 'Warning' });
      await tellLost(lost);
      changed('secrets');
      return { moved, place: places.known(to) };
    },
  };
}

const notYetDeleted =
  'copied, and the old copy could not be deleted: that is tried again when the place of the passwords is checked.';

function countOf(moved: number): string {
  return moved === 1 ? '1 password was' : `${moved} passwords were`;
}

const names: Record<SecretBackend, string> = {
  keychain: 'the keychain of the system',
  vault: 'the vault with a passphrase',
  'vault-keyfile': 'the vault with a key file',
};
