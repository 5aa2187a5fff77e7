import type { Id } from '../../../shared/id.ts';
import { keptDeletedMinutes } from '../../../shared/kept-deleted.ts';
import type { RemoteTables } from '../../store/store-port.ts';
import { type Clock, monotonic } from '../clock.ts';
import type { AccountSecrets } from '../secrets/account-secrets.ts';

type Table = RemoteTables['deletions'];

/** Deletes accounts so that it can be undone for ten minutes; rows and passwords go for good after them. */
export interface Deletions {
  remove(ids: readonly Id[]): ReturnType<Table['remove']>;
  restore(ids: readonly Id[]): ReturnType<Table['restore']>;
  /** What is still waiting goes at the next start. */
  stop(): void;
}

interface Options {
  store: RemoteTables;
  accountSecrets: AccountSecrets;
  failed: (error: unknown) => void;
  clock?: Clock | undefined;
}

const keptMs = keptDeletedMinutes * 60_000;

/** Begins with the purge of all that an earlier daemon has left: nobody counts its minutes any more. */
export async function deletions({
  store,
  accountSecrets,
  failed,
  clock = monotonic,
}: Options): Promise<Deletions> {
  const waiting = new Set<() => void>();
  // Taken once: what is deleted from here on has its own ten minutes, also when this purge fails and is tried again.
  let last = Math.max(Date.now(), await store.deletions.newest());

  function purgeLater(untilMs: number): void {
    const takeBack = clock.after(keptMs, () => {
      waiting.delete(takeBack);
      void purge(untilMs);
    });
    waiting.add(takeBack);
  }

  async function purge(untilMs: number): Promise<void> {
    try {
      await accountSecrets.purge(() => store.deletions.purge(untilMs));
    } catch (error) {
      failed(error);
      purgeLater(untilMs);
    }
  }

  await purge(last);

  return {
    async remove(ids) {
      // Rising, also when the date is put back: what is deleted later is never purged with what was deleted before.
      const atMs = (last = Math.max(Date.now(), last + 1));
      const removed = await accountSecrets.alone(() => store.deletions.remove(ids, atMs));
      if (removed.deleted.length > 0) purgeLater(atMs);
      return removed;
    },
    restore: (ids) => accountSecrets.alone(() => store.deletions.restore(ids)),
    stop() {
      for (const takeBack of waiting) takeBack();
      waiting.clear();
    },
  };
}
