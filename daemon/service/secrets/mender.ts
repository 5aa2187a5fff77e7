import type { SecretBackend } from '../../../shared/secret-place.ts';
import { removeOrphans } from '../../store/secrets/remove-orphans.ts';
import type { Access } from '../../store/secrets/secret-store.ts';
import type { RemoteTables } from '../../store/store-port.ts';
import { type Places, sameFile } from './places.ts';

/** False when the place did not answer. */
export type Mend = (backend: SecretBackend) => Promise<boolean>;

/**
 * Removes from one place the secrets that no account keeps there: what a crash has left between a secret and its row,
 * and what a move has copied away. False when the place did not answer: what was begun stays on record then.
 * To be called between two writes.
 */
export function mender(
  { secrets }: RemoteTables,
  places: Places,
): (backend: SecretBackend, access: Access) => Promise<boolean> {
  return async (backend, access) => {
    const here = (kept: { backend: SecretBackend }) => sameFile(kept.backend, backend);
    const begun = (await secrets.begun()).filter(here);
    const kept = (await secrets.kept()).filter(here);
    if (begun.length === 0 && backend === 'keychain') return true;
    const rows = new Set(kept.map(({ accountId }) => accountId));
    const ids = begun.map(({ accountId }) => accountId);
    const removed = await removeOrphans(places.of(backend), { rows, begun: ids }, access);
    if ('trouble' in removed) return false;
    if (begun.length > 0) await secrets.end(begun);
    return true;
  };
}
