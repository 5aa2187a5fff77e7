import type { Id } from '../../../shared/id.ts';
import type { RemoteTables } from '../../store/store-port.ts';
import type { Places } from './places.ts';

/**
 * Records the passwords that a vault does not hold although they were kept in it, as after it was made anew, and gives
 * their accounts. A keychain cannot be listed: there each is missed when it is wanted. To be called between two writes.
 */
export async function lostPasswords(store: RemoteTables, places: Places): Promise<Id[]> {
  const kept = await store.secrets.kept();
  const lost: Id[] = [];
  for (const backend of ['vault', 'vault-keyfile'] as const) {
    const here = kept.filter((secret) => secret.backend === backend);
    if (here.length === 0) continue;
    const there = await places.of(backend).accountIds({ silent: true });
    if ('trouble' in there || there.value === undefined) continue;
    const ids = new Set(there.value);
    lost.push(...here.map(({ accountId }) => accountId).filter((id) => !ids.has(id)));
  }
  if (lost.length > 0) await store.secrets.moved({ kept: [], lost, left: [] });
  return lost;
}

/** In the Main Log. */
export const lostSentence = 'The password of this account was not found where it was kept: type it again.';
