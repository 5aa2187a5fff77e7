import type { BoundSecrets } from './bound-secrets.ts';
import type { Access, StoreResult } from './secret-store.ts';

export interface AccountsOnRecord {
  /** Ids of the accounts that have a row. */
  rows: ReadonlySet<string>;
  /** Ids that a save or delete was begun for and not ended: all there is to go by where the store cannot list. */
  begun: Iterable<string>;
}

/**
 * Ends what a crash has cut off between a secret and its row (security §4). Gives the ids whose secret was removed; what
 * is left of a save that never got its row was bound to settings that nobody has.
 */
export async function removeOrphans(
  secrets: BoundSecrets,
  { rows, begun }: AccountsOnRecord,
  access?: Access,
): Promise<StoreResult<string[]>> {
  const listed = await secrets.accountIds(access);
  if ('trouble' in listed) return listed;
  const removed: string[] = [];
  for (const id of new Set([...(listed.value ?? []), ...begun])) {
    if (rows.has(id)) continue;
    const result = await secrets.delete(id, access);
    if ('trouble' in result) return result;
    if (result.value) removed.push(id);
  }
  return { value: removed };
}
