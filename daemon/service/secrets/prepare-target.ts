import type { SecretBackend } from '../../../shared/secret-place.ts';
import type { Secret } from '../../secret.ts';
import { vaultKind } from '../../store/secrets/vault-kind.ts';
import type { Places } from './places.ts';
import { opened, orRefused, passphraseRefused, secretTrouble } from './secret-refusal.ts';
import { texts } from '../texts.ts';

interface Target {
  to: SecretBackend;
  /** Where new passwords go until now. */
  place: SecretBackend;
  passphrase?: Secret | undefined;
}

/** Makes, opens or converts the place that passwords are about to be moved to. Throws `Refused` unless it is ready. */
export async function prepareTarget(places: Places, { to, place, passphrase }: Target): Promise<void> {
  if (to !== 'keychain') {
    const kind = orRefused(await vaultKind(places.folder));
    if (to === 'vault') await prepareVault(places, { kind, place, passphrase });
    else await prepareKeyFile(places, { kind, passphrase });
  }
  const report = await places.ask(to, { userAct: true });
  if (report.state !== 'ready') throw secretTrouble(report);
}

type Known = Omit<Target, 'to'> & { kind: SecretBackend | undefined };

async function prepareVault({ vault }: Places, { kind, place, passphrase }: Known): Promise<void> {
  if (!passphrase) {
    if (kind === 'vault') return;
    throw passphraseRefused(texts.passphraseNeeded);
  }
  if (kind === undefined) opened(await vault.create(passphrase));
  else if (kind === 'vault-keyfile') opened(await vault.takeOver(passphrase));
  // The vault in use is given another passphrase; one that a broken move has left is opened.
  else if (place === 'vault') orRefused(await vault.changePassphrase(passphrase));
  else opened(await vault.unlock(passphrase));
}

async function prepareKeyFile(
  { vault, keyFile }: Places,
  { kind, passphrase }: Omit<Known, 'place'>,
): Promise<void> {
  if (kind === undefined) orRefused(await keyFile.create());
  if (kind !== 'vault') return;
  if (passphrase) opened(await vault.unlock(passphrase));
  orRefused(await vault.handOver());
}
