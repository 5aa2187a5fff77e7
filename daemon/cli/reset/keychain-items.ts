import { visibleText } from '../../../shared/visible-text.ts';
import type { DirectoryLock } from '../../store/lock.ts';
import { boundSecrets } from '../../store/secrets/bound-secrets.ts';
import { keychain } from '../../store/secrets/keychain.ts';
import { openStore } from '../../store/store.ts';
import { StoreError } from '../../store/store-error.ts';

/** What became of this installation's passwords in the keychain of the system. */
export interface KeychainOutcome {
  readonly removed: number;
  /** Sentences about what may still lie there; empty when nothing does. */
  readonly left: readonly string[];
}

/** Removes them by what the database says, also of writes that never ended: the keychain itself is never listed. */
export async function removeKeychainItems(lock: DirectoryLock): Promise<KeychainOutcome> {
  try {
    await using store = await openStore(lock);
    const { secrets, installation } = store;
    const recorded = [...(await secrets.kept()), ...(await secrets.begun())];
    const here = recorded.filter(({ backend }) => backend === 'keychain');
    if (here.length === 0 && !(await installation.canaryWritten())) return { removed: 0, left: [] };
    const ids = new Set(here.map(({ accountId }) => accountId));
    return await removeItems(ids, await installation.id());
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return { removed: 0, left: [unknownItems(error.message)] };
  }
}

async function removeItems(ids: ReadonlySet<string>, installId: string): Promise<KeychainOutcome> {
  // The keychain was written to, so its canary was.
  const canaryMemory = { written: () => true, remember: () => undefined };
  const store = keychain({ installId, canaryMemory });
  const secrets = boundSecrets(store, installId);
  const left: string[] = [];
  let removed = 0;
  try {
    for (const id of ids) {
      const gone = await secrets.delete(id, { userAct: true });
      if (!('trouble' in gone)) removed += gone.value ? 1 : 0;
      else
        left.push(`The password of ${id} is still in the keychain: ${visibleText(gone.trouble.sentence.en)}`);
      // One prompt that was refused is enough.
      if (left.length > 0) break;
    }
    if (left.length === 0) await store.delete(`${installId}/.canary`, { userAct: true });
  } finally {
    await store.close();
  }
  return { removed, left };
}

function unknownItems(why: string): string {
  return `${why} So it is not known which passwords are in the system keychain: look there for items named mailprobe.`;
}
