import { expect, test } from 'vitest';
import { Secret } from '../../daemon/secret.ts';
import { manyAccounts } from '../../daemon/service/accounts/many-accounts.ts';
import { accountSecrets } from '../../daemon/service/secrets/account-secrets.ts';
import type { InstallationMemory } from '../../daemon/service/secrets/installation-memory.ts';
import type { Places } from '../../daemon/service/secrets/places.ts';
import type { Access } from '../../daemon/store/secrets/secret-store.ts';
import type { KeptSecret } from '../../daemon/store/secret-records.ts';
import type { RemoteTables } from '../../daemon/store/store-port.ts';
import { imapConnection } from '../store/examples.ts';

const id = '157425284611357796';
const backend = 'vault-keyfile';

/** A place that works, and a store whose disk may be full when a write is noted as ended. */
function ground() {
  let begun: KeptSecret[] = [];
  const disk = { full: false };
  const asked: (Access | undefined)[] = [];
  const store = {
    accounts: {
      passwordKeptIn: async () => backend,
      list: async () => [{ id, name: 'Work' }],
      setActive: async (ids: readonly string[]) => ({
        changed: [...ids],
        unchanged: [],
        missing: [],
        resets: [],
      }),
    },
    properties: { all: async () => ({}) },
    secrets: {
      kept: async () => [],
      begun: async () => begun,
      begin: async (one: KeptSecret) => void begun.push(one),
      end: async () => {
        if (disk.full) throw new Error('The disk is full.');
        begun = [];
      },
    },
  } as unknown as RemoteTables;
  const place = {
    get: async () => ({ outcome: 'found', secret: new Secret('x') }),
    accountIds: async () => ({ value: undefined }),
    async delete(_id: string, access?: Access) {
      asked.push(access);
      return { value: true };
    },
  };
  const places = { of: () => place } as unknown as Places;
  const memory = { written: async () => undefined } as unknown as InstallationMemory;
  const secrets = accountSecrets({
    store,
    places,
    memory,
    place: () => backend,
    onLost: async () => undefined,
  });
  return { store, secrets, disk, asked, left: () => begun };
}

test('mending that met a full disk is tried again at the next access', async () => {
  const { secrets, disk, left } = ground();
  await secrets.fetch(id, imapConnection);
  await secrets.alone(async () => undefined);
  disk.full = true;
  expect(await secrets.remove(id, async () => 'changed')).toBe('changed');
  expect(left()).toEqual([{ accountId: id, backend }]);
  disk.full = false;
  await secrets.fetch(id, imapConnection);
  await expect.poll(left).toEqual([]);
});

test('forgetting a password asks nobody for it', async () => {
  const { secrets, asked } = ground();
  await secrets.remove(id, async () => undefined);
  expect(asked).toEqual([expect.objectContaining({ silent: true })]);
  expect(asked[0]?.userAct).toBeUndefined();
});

test('switching accounts waits behind no password that is asked for', async () => {
  const { store, secrets } = ground();
  const prompt = Promise.withResolvers<void>();
  const waiting = secrets.alone(() => prompt.promise);
  const none = async () => ({ deleted: [], resets: [] });
  const many = manyAccounts({
    store,
    accountSecrets: secrets,
    deletions: { remove: none, restore: async () => ({ restored: [], defaults: [] }), stop: () => undefined },
    cancelTestsOf: () => undefined,
    tell: async () => undefined,
  } as Parameters<typeof manyAccounts>[0]);
  expect(await many.activate([id], false)).toMatchObject({ changed: [id] });
  prompt.resolve();
  await waiting;
});
