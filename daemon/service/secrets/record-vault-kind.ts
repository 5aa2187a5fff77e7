import { vaultKind } from '../../store/secrets/vault-kind.ts';
import type { RemoteTables } from '../../store/store-port.ts';
import type { Places } from './places.ts';

/**
 * A vault that was given a passphrase, or a key file, is another kind of place with the same passwords in it. Records
 * what the file says of itself, also after a crash between the two. It is the same file: no other place is asked.
 */
export async function recordVaultKind({ secrets }: RemoteTables, { folder }: Places): Promise<void> {
  const kind = await vaultKind(folder);
  if ('trouble' in kind || kind.value === undefined) return;
  const backend = kind.value;
  const other = backend === 'vault' ? 'vault-keyfile' : 'vault';
  const [place, kept] = [await secrets.place(), await secrets.kept()];
  const stale = kept.filter((it) => it.backend === other);
  if (place !== other && stale.length === 0) return;
  await secrets.moved({
    place: place === other ? backend : undefined,
    kept: stale.map(({ accountId }) => ({ accountId, backend })),
    lost: [],
    left: [],
  });
}
