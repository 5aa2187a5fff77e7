import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Secret } from '../../daemon/secret.ts';
import { imapConnection, smtpConnection } from '../store/examples.ts';
import { serviceOnDisk } from '../service/service-on-disk.ts';

const form = { name: 'Work', label: '', active: true, connection: imapConnection };
const password = new Secret('hunter2-secret');

describe('an account', () => {
  it('is created with its password, listed, and its password is in no reply and in clear in no file', async () => {
    const { service, directory } = await serviceOnDisk();
    const { account } = await service.accounts.create(form, password);
    const files = readdirSync(directory).filter((name) => statSync(join(directory, name)).isFile());
    expect(files.filter((name) => readFileSync(join(directory, name)).includes(password.open()))).toEqual([]);
    expect(account).toEqual({ ...form, id: account.id, hasPassword: true, revision: 1 });
    expect(await service.accounts.list()).toEqual({ accounts: [{ account }] });
    expect(await service.accounts.get(account.id)).toEqual({ account, events: [] });
  });

  it('is not created without a password', async () => {
    const { service } = await serviceOnDisk();
    await expect(service.accounts.create(form)).rejects.toMatchObject({
      refusal: { kind: 'invalid', fields: { password: expect.any(String) } },
    });
    expect(await service.accounts.list()).toEqual({ accounts: [] });
  });

  it.each([
    ['an unusual port', { port: 9993 }],
    ['this computer', { server: 'localhost' }],
    ['this computer by its address', { server: '127.0.0.1' }],
  ])('at %s is saved only when that was confirmed', async (_, change) => {
    const { service } = await serviceOnDisk();
    const connection = { ...imapConnection, ...change };
    await expect(service.accounts.create({ ...form, connection }, password)).rejects.toMatchObject({
      refusal: { kind: 'invalid', fields: { 'account.connection.allowAddress': expect.any(String) } },
    });
    const confirmed = { ...form, connection: { ...connection, allowAddress: true } };
    const { account } = await service.accounts.create(confirmed, password);
    // The consent was for that endpoint: a change that does not confirm again has none.
    const elsewhere = { ...form, connection: { ...connection, port: 9994 } };
    await expect(service.accounts.change(account.id, elsewhere, password)).rejects.toMatchObject({
      refusal: { kind: 'invalid' },
    });
  });

  it('keeps its password when it is changed but for where it leads', async () => {
    const { service } = await serviceOnDisk();
    const { account } = await service.accounts.create(form, password);
    const renamed = { ...form, name: 'Home', connection: { ...imapConnection, debug: true } };
    expect(await service.accounts.change(account.id, renamed)).toEqual({
      account: { ...renamed, id: account.id, hasPassword: true, revision: 2 },
      resets: [],
    });
  });

  it('that somebody else changed meanwhile is not written over: neither its fields nor its password', async () => {
    const { service } = await serviceOnDisk();
    const { accounts } = service;
    const { account } = await accounts.create(form, password);
    const theirs = { ...form, name: 'Theirs' };
    const { account: changed } = await accounts.change(account.id, theirs, undefined, account.revision);
    expect(changed.revision).toBe(2);
    const mine = { ...form, connection: { ...imapConnection, server: 'imap.other.example' } };
    for (const typed of [undefined, new Secret('typed for the other')])
      await expect(accounts.change(account.id, mine, typed, account.revision)).rejects.toMatchObject({
        refusal: { kind: 'conflict', message: expect.stringContaining('Nothing was saved') },
      });
    expect((await accounts.get(account.id)).account).toEqual(changed);
    // The password that was typed for theirs is still the one that is stored.
    await expect(accounts.change(account.id, form, undefined, 2)).resolves.toMatchObject({
      account: { name: 'Work', revision: 3 },
    });
    expect((await accounts.change(account.id, mine, new Secret('typed'))).account.revision).toBe(4);
  });

  it('that two change at the same moment is changed by one of them', async () => {
    const { service } = await serviceOnDisk();
    const { account } = await service.accounts.create(form, password);
    const changes = ['One', 'Two', 'Three'].map((name, at) =>
      service.accounts.change(account.id, { ...form, name }, at === 1 ? password : undefined, 1),
    );
    const ends = (await Promise.allSettled(changes)).map(({ status }) => status);
    expect(ends.toSorted()).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect((await service.accounts.get(account.id)).account.revision).toBe(2);
  });

  it('is duplicated without its password, under a name that fits', async () => {
    const { service } = await serviceOnDisk();
    const long = { ...form, name: `${'n'.repeat(119)}😀 is cut` };
    const { account } = await service.accounts.create({ ...long, name: long.name.slice(0, 128) }, password);
    const copy = await service.accounts.duplicate(account.id);
    expect(copy.account).toMatchObject({ hasPassword: false, connection: imapConnection });
    expect(copy.account.name).toBe(`Copy of ${'n'.repeat(119)}`);
    expect(copy.account.id).not.toBe(account.id);
    await expect(service.tests.start(copy.account.id)).rejects.toMatchObject({
      refusal: { kind: 'secret_required' },
    });
  });

  it('that is deleted resets what named it and says so in the log', async () => {
    const { service } = await serviceOnDisk();
    const sending = { ...form, name: 'Sending', connection: smtpConnection };
    const { account } = await service.accounts.create(sending, password);
    await service.properties.set('default.email.account.send', account.id);
    expect(await service.accounts.remove([account.id])).toEqual({
      deleted: [account.id],
      resets: ['default.email.account.send'],
    });
    const { records } = await service.log.page({ limit: 10 });
    expect(records.map(({ source, message }) => `${source}: ${message}`)).toEqual([
      'System: Property default.email.account.send was reset: account Sending works there no longer.',
      'System: Account Sending was deleted.',
      expect.stringContaining('System: Property default.email.account.send was set to'),
      'System: Account Sending was created.',
    ]);
    await expect(service.accounts.get(account.id)).rejects.toMatchObject({ refusal: { kind: 'not_found' } });
  });
});

describe('properties', () => {
  it('refuse a value that cannot work, with why', async () => {
    const { service } = await serviceOnDisk();
    await expect(service.properties.set('mailprobe.test.every', -1)).rejects.toMatchObject({
      refusal: { kind: 'invalid', message: expect.stringContaining('whole number of minutes') },
    });
    expect((await service.properties.list()).changes).toEqual({});
  });

  it('are listed with who changed them last, are told as changed, and their change stands in the log', async () => {
    const { service } = await serviceOnDisk();
    const left = new AbortController();
    const told = service.live(left.signal);
    await service.properties.set('mailprobe.test.every', 30);
    const { person } = await service.status();
    expect(await service.properties.list()).toMatchObject({
      values: { 'mailprobe.test.every': 30 },
      changes: { 'mailprobe.test.every': { by: person, at: expect.any(String) } },
    });
    for await (const event of told) if (event.type === 'changed' && event.what === 'properties') left.abort();
    await service.properties.reset('mailprobe.test.every');
    expect((await service.properties.list()).values['mailprobe.test.every']).toBe(0);
    const { records } = await service.log.page({ limit: 2 });
    expect(records.map(({ message, username }) => ({ message, username }))).toEqual([
      { message: 'Property mailprobe.test.every was reset to its default.', username: person },
      { message: 'Property mailprobe.test.every was set to 30.', username: person },
    ]);
  });
});

describe('paired browsers', () => {
  const origin = `chrome-extension://${'a'.repeat(32)}`;
  const browser = (at: number) => ({
    id: at.toString(16).padStart(32, '0'),
    publicKey: `B${'A'.repeat(86)}`,
    origin,
    name: `Browser ${at}`,
  });

  it('are known by their origin until the last of it is revoked', async () => {
    const { service } = await serviceOnDisk();
    expect(service.clients.isPaired(origin)).toBe(false);
    await service.clients.add(browser(1));
    await service.clients.add(browser(2));
    await service.clients.revoke(browser(1).id);
    expect(service.clients.isPaired(origin)).toBe(true);
    await service.clients.revoke(browser(2).id);
    expect(service.clients.isPaired(origin)).toBe(false);
    await expect(service.clients.revoke(browser(2).id)).rejects.toMatchObject({
      refusal: { kind: 'not_found' },
    });
  });

  it('are sixteen at most: the next is told which one was used longest ago, and none is lost', async () => {
    const { service, store } = await serviceOnDisk();
    for (let at = 1; at <= 16; at++) await service.clients.add(browser(at));
    const later = Date.now() + 60_000;
    for (let at = 1; at <= 16; at++) if (at !== 7) await store.clients.touch(browser(at).id, later + at);
    const before = await service.clients.list();
    await expect(service.clients.add(browser(17))).rejects.toMatchObject({
      refusal: {
        message: expect.stringMatching(/^16 browsers are paired already.* Browser 7 \(\d{4}-/),
        repair: `npx mailprobe clients revoke ${browser(7).id}`,
      },
    });
    expect(await service.clients.list()).toEqual(before);
    await service.clients.revoke(browser(7).id);
    await service.clients.add(browser(17));
    expect((await service.status()).pairedBrowsers).toBe(16);
  });

  it('of one Firefox profile are one: a new key takes the place of the one that it lost', async () => {
    const { service } = await serviceOnDisk();
    const profile = (digit: string) =>
      `moz-extension://${digit.repeat(8)}-0000-4000-8000-${digit.repeat(12)}`;
    for (let at = 1; at <= 15; at++) await service.clients.add(browser(at));
    await service.clients.add({ ...browser(16), origin: profile('a') });
    const again = { ...browser(17), origin: profile('a'), name: 'Firefox on Linux' };
    expect(await service.clients.add(again)).toMatchObject({ replaced: [browser(16).id] });
    expect(await service.clients.find(browser(16).id)).toBeUndefined();
    // Another profile has another origin, and finds no place.
    await expect(service.clients.add({ ...browser(18), origin: profile('b') })).rejects.toThrow(
      '16 browsers',
    );
    expect((await service.log.page({ limit: 1 })).records[0]?.message).toContain('in place of its earlier');
  });

  it('of one Chrome origin and name may be two profiles: none replaces the other', async () => {
    const { service } = await serviceOnDisk();
    const name = 'Chrome on Linux';
    for (const at of [1, 2]) {
      expect((await service.clients.add({ ...browser(at), name })).replaced).toEqual([]);
    }
    expect((await service.status()).pairedBrowsers).toBe(2);
  });

  it('are noted as used once a minute, not with each request', async () => {
    const { service, store } = await serviceOnDisk();
    const { lastUsedAt } = (await service.clients.add(browser(1))).client;
    await new Promise((resolve) => setTimeout(resolve, 5));
    await service.clients.touch(browser(1).id);
    const once = (await store.clients.get(browser(1).id))?.lastUsedAt;
    expect(once).not.toBe(lastUsedAt);
    await new Promise((resolve) => setTimeout(resolve, 5));
    await service.clients.touch(browser(1).id);
    expect((await store.clients.get(browser(1).id))?.lastUsedAt).toBe(once);
  });
});
