import { describe, expect, it } from 'vitest';
import { Secret } from '../../daemon/secret.ts';
import { serviceOnDisk } from '../service/service-on-disk.ts';
import { imapConnection } from '../store/examples.ts';

const form = { name: 'Work', label: '', active: true, connection: imapConnection };
const password = new Secret('hunter2-secret');

describe('an account without a password', () => {
  it('is created without one where that is said, confirmed as any other, and wants it before a test', async () => {
    const { service } = await serviceOnDisk();
    const { account } = await service.accounts.createBare(form);
    expect(account).toEqual({ ...form, id: account.id, hasPassword: false, revision: 1 });
    await expect(service.tests.start(account.id)).rejects.toMatchObject({
      refusal: { kind: 'secret_required' },
    });
    await expect(service.accounts.createBare(form, password)).rejects.toMatchObject({
      refusal: { kind: 'invalid', fields: { password: expect.any(String) } },
    });
    const here = { ...form, connection: { ...imapConnection, server: 'localhost' } };
    await expect(service.accounts.createBare(here)).rejects.toMatchObject({ refusal: { kind: 'invalid' } });
    expect((await service.accounts.list()).accounts).toHaveLength(1);
  });

  it('moves to another server without its password where that is said, and the password is gone', async () => {
    const { service, store } = await serviceOnDisk();
    const { accounts } = service;
    const { account } = await accounts.create(form, password);
    const { id } = account;
    const moved = { ...form, connection: { ...imapConnection, server: 'imap.other.example' } };
    await expect(accounts.change(id, moved)).rejects.toMatchObject({ refusal: { kind: 'secret_required' } });
    await expect(accounts.changeForgetting(id, moved, undefined, 7)).rejects.toMatchObject({
      refusal: { kind: 'conflict' },
    });
    await expect(accounts.changeForgetting(id, moved, password)).rejects.toMatchObject({
      refusal: { kind: 'invalid' },
    });
    expect((await accounts.get(id)).account).toEqual(account);
    expect(await accounts.changeForgetting(id, moved, undefined, 1)).toEqual({
      account: { ...moved, id, hasPassword: false, revision: 2 },
      resets: [],
    });
    expect(await store.secrets.kept()).toEqual([]);
    expect(await store.secrets.begun()).toEqual([]);
    // Not even where it was typed for.
    await accounts.change(id, form);
    await expect(service.tests.start(id)).rejects.toMatchObject({ refusal: { kind: 'secret_required' } });
  });
});
