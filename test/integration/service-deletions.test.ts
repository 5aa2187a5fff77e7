import { expect, test } from 'vitest';
import { Secret } from '../../daemon/secret.ts';
import { keptDeletedMinutes } from '../../shared/kept-deleted.ts';
import { keyring } from '../servers/keyring.ts';
import { itemsIn } from '../servers/keyring-items.ts';
import { silentServer } from '../pages/silent-server.ts';
import { handClock } from '../service/hand-clock.ts';
import { keptPasswords, passphrase } from '../service/kept-passwords.ts';
import { serviceOnDisk } from '../service/service-on-disk.ts';
import { accountFields, imapConnection, smtpConnection } from '../store/examples.ts';

const minute = 60_000;
const send = 'default.email.account.send';

/** A service with an account for sending, which is the default, and one for receiving. */
async function twoAccounts(options: { env?: NodeJS.ProcessEnv } = {}) {
  const clock = handClock();
  const ground = await serviceOnDisk({ ...options, clock });
  const { accounts, properties } = ground.service;
  const made = [accountFields('', 'Out', smtpConnection), accountFields('', 'In', imapConnection)];
  const ids: string[] = [];
  for (const { id: _, ...form } of made)
    ids.push((await accounts.create(form, new Secret(`password of ${form.name}`))).account.id);
  const [out = '', into = ''] = ids;
  await properties.set(send, out);
  return { ...ground, clock, out, into };
}

async function namesIn({ service }: Pick<Awaited<ReturnType<typeof twoAccounts>>, 'service'>) {
  return (await service.accounts.list()).accounts.map(({ account }) => account.name);
}

async function messagesOf({ service }: Pick<Awaited<ReturnType<typeof twoAccounts>>, 'service'>) {
  return (await service.log.page({ limit: 100 })).records.map(({ message }) => message);
}

test('a deleted account is nowhere, and comes back as it was: id, password and what named it', async () => {
  const ground = await twoAccounts();
  const { service, store, out, into } = ground;
  const before = await service.accounts.list();
  expect(await service.accounts.remove([out, into])).toEqual({ deleted: [out, into], resets: [send] });

  expect(await namesIn(ground)).toEqual([]);
  const refused = { refusal: { kind: 'not_found' } };
  const form = { ...accountFields('', 'Out', smtpConnection), id: undefined };
  for (const call of [
    () => service.accounts.get(out),
    () => service.accounts.duplicate(out),
    () => service.accounts.change(out, form, new Secret('another')),
    () => service.accounts.activate([out], false),
    () => service.accounts.remove([out]),
    () => service.tests.start(out),
    () => service.tests.startDraft({ accountId: out, connection: smtpConnection }),
  ])
    await expect(call()).rejects.toMatchObject(refused);
  expect(await service.tests.startAll()).toEqual({ started: [], skipped: [] });
  await expect(service.properties.set(send, out)).rejects.toMatchObject({ refusal: { kind: 'invalid' } });

  expect(await service.accounts.restore([out, into])).toEqual({ restored: [out, into], defaults: [send] });
  expect(await service.accounts.list()).toEqual(before);
  expect((await service.properties.list()).values[send]).toBe(out);
  expect((await keptPasswords(ground)).pairs).toEqual({ Out: 'password of Out', In: 'password of In' });
  expect(await store.secrets.begun()).toEqual([]);
  expect((await messagesOf(ground)).slice(0, 6)).toEqual([
    `Property ${send} names account Out again.`,
    'Account In was restored.',
    'Account Out was restored.',
    `Property ${send} was reset: account Out works there no longer.`,
    'Account In was deleted.',
    'Account Out was deleted.',
  ]);
});

test('what somebody chose meanwhile stays, also none', async () => {
  for (const choose of ['', 'other'] as const) {
    const { service, out } = await twoAccounts();
    const other = await service.accounts.create(
      { name: 'Other', label: '', active: true, connection: smtpConnection },
      new Secret('x'),
    );
    await service.accounts.remove([out]);
    const chosen = choose === '' ? '' : other.account.id;
    await service.properties.set(send, chosen);
    expect(await service.accounts.restore([out])).toEqual({ restored: [out], defaults: [] });
    expect((await service.properties.list()).values[send]).toBe(chosen);
  }
});

test('a default that was lost by being switched off does not come back with the account', async () => {
  const { service, out } = await twoAccounts();
  expect(await service.accounts.activate([out], false)).toMatchObject({ changed: [out], resets: [send] });
  await service.accounts.activate([out], true);
  await service.accounts.remove([out]);
  expect(await service.accounts.restore([out])).toMatchObject({ defaults: [] });
});

test('after ten minutes the row and the password are gone, not a moment earlier', async () => {
  const ground = await twoAccounts();
  const { service, store, clock, out, into } = ground;
  await service.accounts.remove([out]);
  clock.pass(keptDeletedMinutes * minute - 1);
  await service.accounts.restore([out]);
  await service.accounts.remove([out]);
  clock.pass(5 * minute);
  await service.accounts.remove([into]);
  // The ten minutes of the first deletion are over: it was undone.
  expect((await store.secrets.kept()).map(({ accountId }) => accountId)).toEqual([out, into]);
  clock.pass(5 * minute);
  await expect
    .poll(async () => (await store.secrets.kept()).map(({ accountId }) => accountId))
    .toEqual([into]);
  await expect.poll(() => store.secrets.begun()).toEqual([]);
  await expect(service.accounts.restore([out])).rejects.toMatchObject({ refusal: { kind: 'not_found' } });
  expect(await service.accounts.restore([out, into])).toMatchObject({ restored: [into] });
  expect(await keptPasswords(ground)).toEqual({ pairs: { In: 'password of In' }, orphans: [] });
  clock.pass(60 * minute);
  expect(await namesIn(ground)).toEqual(['In']);
});

test('the next start purges what was deleted, with its password', async () => {
  const first = await twoAccounts();
  await first.service.accounts.remove([first.out]);
  await first.close();
  const ground = await serviceOnDisk({ directory: first.directory });
  await expect(ground.service.accounts.restore([first.out])).rejects.toMatchObject({
    refusal: { kind: 'not_found' },
  });
  await expect.poll(() => ground.store.secrets.begun()).toEqual([]);
  expect(await keptPasswords(ground)).toEqual({ pairs: { In: 'password of In' }, orphans: [] });
});

test('a keychain that is locked when the time is over is asked for nothing; its password goes at the next access', async () => {
  await using session = await keyring();
  const { service, store, clock, out, into } = await twoAccounts({ env: session.env });
  const kept = async () => (await store.secrets.kept()).map(({ accountId }) => accountId);
  await service.accounts.remove([out]);
  await session.lock();
  clock.pass(keptDeletedMinutes * minute);
  await expect.poll(kept).toEqual([into]);
  const left = [{ accountId: out, backend: 'keychain' }];
  expect(await store.secrets.begun()).toEqual(left);
  expect(await itemsIn(session.env)).toHaveLength(3);
  // A locked place is no state of the page: nobody has asked it.
  expect(service.secrets.place().state).toBe('ready');
});

test('a keychain that is open gives up the password by itself', async () => {
  await using session = await keyring();
  const { service, store, clock, out } = await twoAccounts({ env: session.env });
  // Two passwords and the canary.
  expect(await itemsIn(session.env)).toHaveLength(3);
  await service.accounts.remove([out]);
  expect(await itemsIn(session.env)).toHaveLength(3);
  clock.pass(keptDeletedMinutes * minute);
  await expect.poll(() => itemsIn(session.env)).toHaveLength(2);
  await expect.poll(() => store.secrets.begun()).toEqual([]);
});

test('a move takes the password of a deleted account along', async () => {
  const ground = await twoAccounts();
  const { service, out } = ground;
  await service.accounts.remove([out]);
  await service.secrets.move('vault', new Secret(passphrase));
  await service.accounts.restore([out]);
  expect((await keptPasswords(ground)).pairs).toEqual({ Out: 'password of Out', In: 'password of In' });
});

test('a test that is under way ends with its account, and leaves no result', async () => {
  await using silent = await silentServer();
  const { service } = await serviceOnDisk();
  const { form, password } = silent.account;
  const { account } = await service.accounts.create(form, new Secret(password));
  const { testId } = await service.tests.start(account.id);
  await service.accounts.remove([account.id]);
  const ends: unknown[] = [];
  for await (const event of service.tests.follow(testId, new AbortController().signal))
    if (event.type === 'finished') ends.push(event.verdict);
  expect(ends).toEqual(['cancelled']);
  await service.accounts.restore([account.id]);
  expect((await service.accounts.get(account.id)).lastTest).toBeUndefined();
});

test('several are switched on or off at once, each with what became of it', async () => {
  const ground = await twoAccounts();
  const { service, out, into } = ground;
  const nobody = '157425284611357796';
  await service.accounts.activate([into], false);
  expect(await service.accounts.activate([out, into, nobody, out], false)).toEqual({
    changed: [out],
    unchanged: [into],
    missing: [nobody],
    resets: [send],
  });
  const { accounts } = await service.accounts.list();
  expect(accounts.map(({ account: { active, revision } }) => ({ active, revision }))).toEqual([
    { active: false, revision: 2 },
    { active: false, revision: 2 },
  ]);
  // Those that are named are tested, also when they are not active; one that is gone is told.
  const { started, skipped } = await service.tests.startAll([out, nobody]);
  expect(started.map(({ accountId }) => accountId)).toEqual([out]);
  expect(skipped).toMatchObject([
    { accountId: nobody, reason: { en: `There is no account with the id ${nobody}.` } },
  ]);
});
