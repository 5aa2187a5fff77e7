import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Secret } from '../../daemon/secret.ts';
import { boundSecrets } from '../../daemon/store/secrets/bound-secrets.ts';
import { keychain } from '../../daemon/store/secrets/keychain.ts';
import { canaryMemory } from '../secrets/canary-memory.ts';
import { keyring } from '../servers/keyring.ts';
import { keptPasswords, passphrase } from '../service/kept-passwords.ts';
import { noSession, serviceOnDisk } from '../service/service-on-disk.ts';
import { imapConnection } from '../store/examples.ts';

const form = { name: 'Work', label: '', active: true, connection: imapConnection };
const password = new Secret('hunter2-secret');

describe('where new passwords go', () => {
  it('is the keychain when a session has one, which is not asked at the start', async () => {
    await using session = await keyring();
    const { service } = await serviceOnDisk({ env: session.env });
    expect(service.notices).toEqual(['Passwords are kept in the keychain of the system.']);
    expect(service.secrets.place()).toMatchObject({ backend: 'keychain', state: 'waiting' });
    await service.accounts.create(form, password);
    expect(service.secrets.place()).toMatchObject({ backend: 'keychain', state: 'ready' });
  });

  it.each([
    ['outside of a session', async () => undefined],
    ['in a session without a keychain', () => keyring({ service: false })],
  ])('is a vault with a key file %s, and the terminal says how that is protected', async (_, open) => {
    await using session = await open();
    const { service, directory } = await serviceOnDisk(session && { env: session.env });
    expect(service.notices.join(' ')).toMatch(/protected by file permissions only.*page Companion/);
    expect(service.secrets.place()).toMatchObject({ backend: 'vault-keyfile', state: 'ready' });
    expect(existsSync(join(directory, 'vault.key'))).toBe(true);
  });

  it('stays what it was when the keychain is gone: no vault is made, and the trouble is said', async () => {
    await using session = await keyring();
    const first = await serviceOnDisk({ env: session.env });
    const { account } = await first.service.accounts.create(form, password);
    await first.close();
    const { service, directory } = await serviceOnDisk({ directory: first.directory });
    expect(service.notices).toEqual([]);
    expect(await service.secrets.check()).toMatchObject({ backend: 'keychain', state: 'unavailable' });
    await expect(service.tests.start(account.id)).rejects.toMatchObject({
      refusal: { kind: 'secret_trouble', message: expect.stringContaining('keychain') },
    });
    await expect(service.accounts.create(form, password)).rejects.toMatchObject({
      refusal: { kind: 'secret_trouble' },
    });
    expect(existsSync(join(directory, 'vault.bin'))).toBe(false);
  });

  it('stays the vault when its file is gone, also where a keychain is', async () => {
    const first = await serviceOnDisk();
    await first.service.accounts.create(form, password);
    await first.close();
    rmSync(join(first.directory, 'vault.bin'));
    await using session = await keyring();
    const { service } = await serviceOnDisk({ directory: first.directory, env: session.env });
    expect(service.secrets.place()).toMatchObject({ backend: 'vault-keyfile', state: 'unavailable' });
  });

  it.each([
    ['vault.bin', ['vault.bin']],
    ['vault.key', ['vault.bin']],
    ['vault.key', ['vault.bin', 'vault.key']],
  ])('is a new vault by the command that the loss of %s names, when %j go', async (lost, gone) => {
    const first = await serviceOnDisk();
    const { account } = await first.service.accounts.create(form, password);
    await first.close();
    const at = (name: string) => join(first.directory, name);
    if (gone.includes(lost)) writeFileSync(at(lost), 'damaged');
    if (lost === 'vault.bin' || !gone.includes(lost)) rmSync(at(lost));
    const ground = await serviceOnDisk({ directory: first.directory });
    const { service } = ground;
    expect(await service.secrets.check()).toMatchObject({
      state: 'unavailable',
      sentence: { en: expect.stringContaining('npx mailprobe secrets move vault-keyfile') },
    });
    for (const name of gone) rmSync(at(name), { force: true });
    await service.secrets.move('vault-keyfile');
    const found = await service.accounts.get(account.id);
    expect(found).toMatchObject({ account: { hasPassword: false }, passwordLost: true });
    expect((await service.accounts.list()).accounts).toMatchObject([{ passwordLost: true }]);
    await expect(service.tests.start(account.id)).rejects.toMatchObject({
      refusal: {
        kind: 'secret_required',
        message: expect.stringContaining('no longer where it was kept'),
      },
    });
    const typed = await service.accounts.change(account.id, form, password, found.account.revision);
    expect(typed.account.hasPassword).toBe(true);
    expect(await service.accounts.get(account.id)).not.toHaveProperty('passwordLost');
    const kept = await keptPasswords(ground, noSession);
    expect(kept).toEqual({ pairs: { Work: 'hunter2-secret' }, orphans: [] });
  });

  it('is moved there and back, and every password with it', async () => {
    await using session = await keyring();
    const ground = await serviceOnDisk({ env: session.env });
    const { service, directory } = ground;
    await service.accounts.create(form, password);
    for (const [to, phrase] of [
      ['vault', new Secret(passphrase)],
      ['vault-keyfile', undefined],
      ['vault', new Secret(passphrase)],
      ['keychain', undefined],
    ] as const) {
      expect(await service.secrets.move(to, phrase)).toMatchObject({
        moved: 1,
        place: { backend: to, state: 'ready' },
      });
      const kept = await keptPasswords(ground, session.env);
      expect(kept).toEqual({ pairs: { Work: 'hunter2-secret' }, orphans: [] });
    }
    expect(
      ['vault.bin', 'vault.bin.bak', 'vault.key'].filter((it) => existsSync(join(directory, it))),
    ).toEqual([]);
    expect((await service.status()).secrets).toMatchObject({ backend: 'keychain' });
  });

  it('knows no password of a keychain that was emptied, as soon as one is wanted', async () => {
    await using session = await keyring();
    const { service, store } = await serviceOnDisk({ env: session.env });
    const { account } = await service.accounts.create(form, password);
    const installId = await store.installation.id();
    const itself = keychain({ installId, canaryMemory: canaryMemory(true), env: session.env });
    await boundSecrets(itself, installId).delete(account.id);
    await itself.close();
    expect((await service.accounts.get(account.id)).account.hasPassword).toBe(true);
    const noMore = {
      refusal: {
        kind: 'secret_required',
        message: expect.stringContaining('no longer where it was kept'),
      },
    };
    await expect(service.tests.start(account.id)).rejects.toMatchObject(noMore);
    expect(await service.accounts.get(account.id)).toMatchObject({
      account: { hasPassword: false },
      passwordLost: true,
    });
    await expect(service.tests.start(account.id)).rejects.toMatchObject(noMore);
    const { records } = await service.log.page({ limit: 10, accountId: account.id });
    const told = records.filter(({ message }) => message.includes('type it again'));
    expect(told).toMatchObject([{ level: 'Warning' }]);
  });

  it('says of which account the password was found nowhere', async () => {
    await using session = await keyring();
    const { service, store } = await serviceOnDisk({ env: session.env });
    const { account } = await service.accounts.create(form, password);
    await service.accounts.create({ ...form, name: 'Home' }, password);
    const installId = await store.installation.id();
    const itself = keychain({ installId, canaryMemory: canaryMemory(true), env: session.env });
    await boundSecrets(itself, installId).delete(account.id);
    await itself.close();
    const watching = new AbortController();
    const live = service.live(watching.signal);
    await live.next();
    expect(await service.secrets.move('vault-keyfile')).toMatchObject({ moved: 1 });
    const { records } = await service.log.page({ limit: 10, accountId: account.id });
    expect(records[0]).toMatchObject({ level: 'Warning', message: expect.stringContaining('type it again') });
    expect((await service.accounts.get(account.id)).account.hasPassword).toBe(false);
    const told: string[] = [];
    for await (const event of live) {
      if (event.type === 'changed') told.push(event.what);
      // The last that a move tells.
      if (told.includes('accounts')) break;
    }
    watching.abort();
  });

  it('with a passphrase opens after each start with that passphrase alone', async () => {
    const first = await serviceOnDisk();
    const { account } = await first.service.accounts.create(form, password);
    await expect(first.service.secrets.move('vault')).rejects.toMatchObject({
      refusal: { kind: 'invalid', fields: { passphrase: expect.any(String) } },
    });
    await first.service.secrets.move('vault', new Secret(passphrase));
    await first.close();
    const { service } = await serviceOnDisk({ directory: first.directory });
    expect(service.secrets.place()).toMatchObject({ backend: 'vault', state: 'locked' });
    expect(await service.tests.startAll()).toMatchObject({
      started: [],
      skipped: [{ accountId: account.id, reason: { en: 'The vault is locked: type its passphrase.' } }],
    });
    await expect(service.secrets.unlock(new Secret('wrong horse battery'))).rejects.toMatchObject({
      refusal: { kind: 'invalid', fields: { passphrase: expect.any(String) } },
    });
    expect(await service.secrets.unlock(new Secret(passphrase))).toMatchObject({ state: 'ready' });
  });
});
