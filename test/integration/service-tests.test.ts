import { describe, expect, inject, it } from 'vitest';
import { Secret } from '../../daemon/secret.ts';
import { systemUserId } from '../../shared/id.ts';
import { smallUser } from '../servers/real/users.ts';
import { scriptedServer } from '../servers/scripted-server.ts';
import { imapScript } from '../servers/scripts/imap.ts';
import { pause, silence } from '../servers/steps.ts';
import { eventsOf, formOf, savedAccount, serviceOnDisk } from '../service/service-on-disk.ts';
import { settingsOf } from '../walk.ts';

const { ports } = inject('realServers');
const person = { username: 'ann@mail.test', password: 'hunter2-secret' };
const messageIds = ['4', '9'];
const never = new AbortController().signal;
const plain = (port: number) => ({ type: 'imap', security: 'plain', port, ...person }) as const;

describe('a test of a saved account', () => {
  it.each([
    ['imap', ports.imaps, 'List of email ids received: 5 messages, the newest 40, 12, 8, 7, 3.'],
    ['pop3', ports.pop3s, 'List of email ids received: 5 messages, the newest'],
    ['smtp', ports.smtps, 'The server accepts the sender'],
  ] as const)(
    '%s at a real server leaves its walk in the Main Log and its result',
    async (type, port, said) => {
      const ground = await serviceOnDisk();
      const target = {
        type,
        security: 'ssl',
        port,
        ...smallUser,
        settings: { insecure: true, debug: true },
      } as const;
      const id = await savedAccount(ground, target);
      const { testId } = await ground.service.tests.start(id);
      const events = await eventsOf(ground, testId);
      // At once, without waiting: what was logged is there when the end is told.
      const { records } = await ground.service.log.page({ limit: 500, testId });
      const oldestFirst = records.toReversed();
      const messages = oldestFirst.map(({ message }) => message);
      expect(messages.some((message) => message.startsWith(said))).toBe(true);
      expect(messages[0]).toContain('is an address');
      expect(messages.at(-1)).toMatch(/^The test passed after \d+ ms/);
      const lines = events.filter((event) => event.type === 'transcript');
      expect(lines.length).toBeGreaterThan(3);
      expect(oldestFirst.filter(({ level }) => level === 'Debug')).toHaveLength(lines.length);
      expect(
        oldestFirst.some(({ level, message }) => level === 'Warning' && /not validated/.test(message)),
      ).toBe(true);
      expect(new Set(oldestFirst.map(({ source }) => source))).toEqual(
        new Set([`${type.toUpperCase()} Auth`]),
      );
      expect(
        records.every(({ createdBy, accountId }) => createdBy !== systemUserId && accountId === id),
      ).toBe(true);
      expect(JSON.stringify(records)).not.toContain(smallUser.password);
      const { lastTest, events: kept } = await ground.service.accounts.get(id);
      expect(lastTest).toMatchObject({ testId, verdict: 'passed', changed: false });
      expect(kept).toEqual(events.filter(({ type }) => type !== 'transcript'));
    },
  );

  it('says that IMAP set up a session, called for the ids and received them', async () => {
    const ground = await serviceOnDisk();
    await using server = await scriptedServer(imapScript({ ...person, security: 'plain', messageIds }));
    const id = await savedAccount(ground, plain(server.port));
    const { testId } = await ground.service.tests.start(id);
    await eventsOf(ground, testId);
    const { records } = await ground.service.log.page({ limit: 100, testId });
    const messages = records.toReversed().map(({ message }) => message);
    const three = [
      'IMAP session set up: logged in as ann@mail.test by LOGIN.',
      'List of email ids called for after the authorization.',
      'List of email ids received: 2 messages, the newest 9, 4.',
    ];
    expect(messages.filter((message) => three.includes(message))).toEqual(three);
    expect(records.filter(({ level }) => level === 'Debug')).toEqual([]);
  });

  it('leaves the cause under Email Logger when the connection fails', async () => {
    const ground = await serviceOnDisk();
    await using server = await scriptedServer(
      imapScript({ ...person, security: 'plain', on: { LOGIN: 'NO [AUTHENTICATIONFAILED] Go away.' } }),
    );
    const id = await savedAccount(ground, plain(server.port));
    const { testId } = await ground.service.tests.start(id);
    await eventsOf(ground, testId);
    const { records } = await ground.service.log.page({ limit: 100, testId });
    expect(records.filter(({ level }) => level === 'Error')).toEqual([
      expect.objectContaining({
        source: 'Email Logger',
        message: expect.stringMatching(
          /^Stage login failed: .+ \(auth_bad_credentials\)\. The server said: .*Go away\./,
        ),
      }),
    ]);
    expect((await ground.service.accounts.list()).accounts[0]?.lastTest).toMatchObject({
      verdict: 'failed',
      stage: 'login',
      failure: { kind: 'auth_bad_credentials' },
    });
  });

  it('is out of date once the settings or the password are others, not once the name is', async () => {
    const ground = await serviceOnDisk();
    const { accounts, tests } = ground.service;
    await using server = await scriptedServer(imapScript({ ...person, security: 'plain', messageIds }));
    const id = await savedAccount(ground, plain(server.port));
    const form = formOf(plain(server.port));
    const test = async () => eventsOf(ground, (await tests.start(id)).testId);
    const changed = async () => (await accounts.get(id)).lastTest?.changed;
    await test();
    await accounts.change(id, { ...form, name: 'Other', connection: { ...form.connection, debug: true } });
    expect(await changed()).toBe(false);
    await accounts.change(id, form, new Secret(person.password));
    expect(await changed()).toBe(true);
    await test();
    expect(await changed()).toBe(false);
    const elsewhere = { ...form.connection, username: 'eve' };
    await accounts.change(id, { ...form, connection: elsewhere }, new Secret(person.password));
    expect(await changed()).toBe(true);
  });
});

describe('a test of what stands in a form', () => {
  it('takes the typed password, and is no result of the saved account', async () => {
    const ground = await serviceOnDisk();
    await using server = await scriptedServer(imapScript({ ...person, security: 'plain', messageIds }));
    const id = await savedAccount(ground, { ...plain(server.port), password: 'another' });
    const draft = { accountId: id, connection: settingsOf(plain(server.port)) };
    const typed = { ...draft, password: new Secret(person.password) };
    const { testId } = await ground.service.tests.startDraft(typed);
    expect((await eventsOf(ground, testId)).at(-1)).toMatchObject({ verdict: 'passed' });
    expect((await ground.service.accounts.get(id)).lastTest).toBeUndefined();
    const stored = await ground.service.tests.startDraft(draft);
    expect((await eventsOf(ground, stored.testId)).at(-1)).toMatchObject({ verdict: 'failed' });
    expect((await ground.service.accounts.get(id)).lastTest).toMatchObject({ verdict: 'failed' });
  });

  it('is refused for an address that the person has not confirmed, as saving is', async () => {
    const { service } = await serviceOnDisk();
    const connection = { ...settingsOf(plain(4_143)), allowAddress: false };
    const draft = { connection, password: new Secret(person.password) };
    await expect(service.tests.startDraft(draft)).rejects.toMatchObject({
      refusal: { kind: 'invalid', fields: { 'connection.allowAddress': expect.any(String) } },
    });
    expect(service.tests.running()).toEqual({ runs: [] });
  });

  it('needs a typed password when the account was never saved', async () => {
    const { service } = await serviceOnDisk();
    await expect(service.tests.startDraft({ connection: settingsOf(plain(143)) })).rejects.toMatchObject({
      refusal: { kind: 'secret_required', fields: { password: expect.any(String) } },
    });
  });
});

describe('many tests', () => {
  it('are two at a time at one server; the inactive stay out, and one without a password says why', async () => {
    const ground = await serviceOnDisk();
    const { accounts, tests } = ground.service;
    await using server = await scriptedServer(
      imapScript({ ...person, security: 'plain', messageIds, on: { LOGIN: [pause(1_000), 'NO Later'] } }),
    );
    const [first = ''] = await Promise.all(
      Array.from({ length: 4 }, () => savedAccount(ground, plain(server.port))),
    );
    await accounts.change(first, { ...formOf(plain(server.port)), active: false });
    const { account: copy } = await accounts.duplicate((await accounts.list()).accounts[1]?.account.id ?? '');
    const { started, skipped } = await tests.startAll();
    expect(started).toHaveLength(3);
    expect(started.map(({ accountId }) => accountId)).not.toContain(first);
    expect(skipped).toEqual([
      {
        accountId: copy.id,
        reason: expect.objectContaining({ en: expect.stringContaining('No password is stored') }),
      },
    ]);
    const { records } = await ground.service.log.page({ limit: 500 });
    // Nobody cancelled what did not begin.
    expect(records.filter(({ accountId }) => accountId === copy.id).map(({ message }) => message)).toEqual([
      expect.stringMatching(/^The test was not begun\. No password is stored/),
      expect.stringMatching(/was created\.$/),
    ]);
    expect(tests.running().runs).toHaveLength(3);
    await expect.poll(() => server.connections.length, { timeout: 5_000 }).toBe(2);
    await Promise.all(started.map(({ testId }) => eventsOf(ground, testId)));
    expect(server.connections).toHaveLength(3);
    expect(tests.running()).toEqual({ runs: [] });
  });

  it('end when they are cancelled, also while they wait for their place', async () => {
    const ground = await serviceOnDisk();
    await using server = await scriptedServer(
      imapScript({ ...person, security: 'plain', on: { LOGIN: silence() } }),
    );
    const ids: string[] = [];
    for (let at = 0; at < 3; at++) {
      const id = await savedAccount(ground, plain(server.port));
      ids.push((await ground.service.tests.start(id)).testId);
    }
    await expect.poll(() => server.connections.length, { timeout: 5_000 }).toBe(2);
    const begun = performance.now();
    expect(ground.service.tests.cancel([...ids, '100000000000000001'])).toEqual({ cancelled: ids });
    const ends = await Promise.all(ids.map(async (testId) => (await eventsOf(ground, testId)).at(-1)));
    expect(ends.map((end) => end?.type === 'finished' && end.verdict)).toEqual(ids.map(() => 'cancelled'));
    // An answer of the server would take for ever, the deadline of a test 15 s.
    expect(performance.now() - begun).toBeLessThan(3_000);
    expect(ground.service.tests.cancel(ids)).toEqual({ cancelled: [] });
  });

  it('that are not known any more are not followed', async () => {
    const { service } = await serviceOnDisk();
    expect(() => service.tests.follow('100000000000000001', never)).toThrow(
      expect.objectContaining({ refusal: expect.objectContaining({ kind: 'not_found' }) }),
    );
  });
});
