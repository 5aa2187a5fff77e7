import type { Id } from '../../../shared/id.ts';
import type { SecretBackend } from '../../../shared/secret-place.ts';
import type { Secret } from '../../secret.ts';
import { copySecret } from '../../store/secrets/copy-secret.ts';
import { removeVault } from '../../store/secrets/vault-kind.ts';
import type { KeptSecret } from '../../store/secret-records.ts';
import type { RemoteTables } from '../../store/store-port.ts';
import type { Mend } from './mender.ts';
import { type Places, sameFile } from './places.ts';
import { prepareTarget } from './prepare-target.ts';
import { recordVaultKind } from './record-vault-kind.ts';
import { orRefused } from './secret-refusal.ts';

interface Parts {
  store: RemoteTables;
  places: Places;
  mend: Mend;
}

const person = { userAct: true };

/**
 * Copies all passwords to another place, reads each back, records where they lie, then deletes the old ones. Until the
 * record, which is one transaction, nothing has happened but copies that the next access removes; after it, the
 * old ones are what it removes. Gives how many were moved, and the accounts whose password was found nowhere. To be
 * called between two writes.
 */
export async function moveSecrets(
  { store, places, mend }: Parts,
  target: { to: SecretBackend; place: SecretBackend; passphrase?: Secret | undefined },
): Promise<{ moved: number; lost: readonly Id[] }> {
  const { to } = target;
  const before = await store.secrets.kept();
  await prepareTarget(places, target);
  // The vault's file may have changed its kind just now: what lies in it went along.
  await recordVaultKind(store, places);
  const others = (await store.secrets.kept()).filter(({ backend }) => !sameFile(backend, to));
  const lost = await copied(others);
  const moved = others.filter(({ accountId }) => !lost.includes(accountId));
  await store.secrets.moved({
    place: to,
    kept: moved.map(({ accountId }) => ({ accountId, backend: to })),
    lost,
    left: others,
  });
  await store.secrets.end(others.map(({ accountId }) => ({ accountId, backend: to })));
  // Also what a move of before has left.
  const left = (await store.secrets.begun()).map(({ backend }) => backend);
  for (const backend of new Set(left)) await mend(backend);
  if (to === 'keychain') await removeEmptyVault();
  const changedKind = before.filter(({ backend }) => sameFile(backend, to) && backend !== to);
  return { moved: moved.length + changedKind.length, lost };

  /** Ids of those that were found nowhere. */
  async function copied(secrets: readonly KeptSecret[]): Promise<Id[]> {
    const missing: Id[] = [];
    try {
      for (const { accountId, backend } of secrets) {
        await store.secrets.begin({ accountId, backend: to });
        const result = orRefused(await copySecret(places.of(backend), places.of(to), accountId, person));
        if (result === 'missing') missing.push(accountId);
      }
    } catch (error) {
      // No row says that they lie there: the copies go.
      await mend(to);
      throw error;
    }
    return missing;
  }

  /** A backup in it would still hold what was moved away. */
  async function removeEmptyVault(): Promise<void> {
    const still = [...(await store.secrets.kept()), ...(await store.secrets.begun())];
    if (still.some(({ backend }) => backend !== 'keychain')) return;
    orRefused(await removeVault(places.folder));
  }
}
