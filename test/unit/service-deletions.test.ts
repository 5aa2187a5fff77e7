import { expect, test } from 'vitest';
import { deletions } from '../../daemon/service/accounts/deletions.ts';
import type { AccountSecrets } from '../../daemon/service/secrets/account-secrets.ts';
import type { RemoteTables } from '../../daemon/store/store-port.ts';
import { keptDeletedMinutes } from '../../shared/kept-deleted.ts';
import { handClock } from '../service/hand-clock.ts';

const minute = 60_000;

/** Rows by the moment of their deletion; the first purge meets a full disk. */
function kept(rows: Map<string, number>) {
  let full = true;
  const table: RemoteTables['deletions'] = {
    async remove(ids, atMs) {
      for (const id of ids) rows.set(id, atMs);
      return { deleted: [...ids], resets: [] };
    },
    async restore(ids) {
      return { restored: ids.filter((id) => rows.delete(id)), defaults: [] };
    },
    isRestorable: async (id) => rows.has(id),
    newest: async () => Math.max(0, ...rows.values()),
    async purge(untilMs) {
      if (full) {
        full = false;
        throw new Error('The disk is full.');
      }
      for (const [id, atMs] of rows) if (atMs <= untilMs) rows.delete(id);
      return [];
    },
  };
  const store = { deletions: table } as RemoteTables;
  const accountSecrets = {
    purge: async (purgeRows: () => Promise<unknown>) => void (await purgeRows()),
    alone: (job: () => Promise<unknown>) => job(),
  } as AccountSecrets;
  return { store, accountSecrets };
}

test('a purge at the start that failed takes nothing along that was deleted since, whatever the clock says', async () => {
  const clock = handClock();
  const failures: unknown[] = [];
  // The second was deleted while the clock was a day ahead.
  const rows = new Map([
    ['old', 1],
    ['ahead', Date.now() + 24 * 60 * minute],
  ]);
  const after = await deletions({ ...kept(rows), failed: (error) => failures.push(error), clock });
  expect(failures).toHaveLength(1);
  clock.pass((keptDeletedMinutes - 1) * minute);
  await after.remove(['new']);
  clock.pass(minute);
  await expect.poll(() => [...rows.keys()]).toEqual(['new']);
  expect(await after.restore(['new'])).toEqual({ restored: ['new'], defaults: [] });
});
