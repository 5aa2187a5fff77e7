import { describe, expect, it } from 'vitest';
import { Secret } from '../../daemon/secret.ts';
import type { ConnectionSettings } from '../../shared/account.ts';
import { scriptedServer } from '../servers/scripted-server.ts';
import { imapScript } from '../servers/scripts/imap.ts';
import { smtpScript } from '../servers/scripts/smtp.ts';
import { pause } from '../servers/steps.ts';
import {
  eventsOf,
  formOf,
  savedAccount,
  type ServiceOnDisk,
  serviceOnDisk,
} from '../service/service-on-disk.ts';
import { settingsOf } from '../walk.ts';

const person = { username: 'ann@mail.test', password: 'hunter2-secret' };
const plain = (port: number) => ({ type: 'imap', security: 'plain', port, ...person }) as const;
const password = new Secret(person.password);

/** A service and a server that lets the person in; `before` comes before its greeting. */
async function ground(before?: ReturnType<typeof pause>) {
  const on = await serviceOnDisk();
  const script = imapScript({ ...person, security: 'plain', messageIds: ['4', '9'] });
  const server = await scriptedServer(before ? [before, ...script] : script);
  return { on, server, target: plain(server.port), connection: settingsOf(plain(server.port)) };
}

async function tested(on: ServiceOnDisk, draft: Parameters<typeof on.service.tests.startDraft>[0]) {
  const { testId } = await on.service.tests.startDraft(draft);
  const events = await eventsOf(on, testId);
  return { testId, events: events.filter(({ type }) => type !== 'transcript') };
}

describe('what was tested in a form', () => {
  it('is the result of the new account that is saved with the same settings and password', async () => {
    const { on, server, target, connection } = await ground();
    await using _ = server;
    const { testId, events } = await tested(on, { connection, password });
    const made = await on.service.accounts.create(formOf(target), new Secret(person.password));
    expect(made.lastTest).toMatchObject({ testId, verdict: 'passed', changed: false });
    expect(await on.service.accounts.get(made.account.id)).toMatchObject({ lastTest: { testId }, events });
    const { records } = await on.service.log.page({ limit: 100, testId });
    expect(records.length).toBeGreaterThan(3);
    const recent = (await on.service.accounts.list()).accounts.map((each) => each.recent?.length);
    expect(recent).toEqual([1]);
  });

  it.each([
    ['another password', person.password + '!', {}],
    ['another user name', person.password, { username: 'eve@mail.test' }],
    ['another consent', person.password, { insecure: true }],
  ] satisfies [string, string, Partial<ConnectionSettings>][])(
    'is no result of an account that is saved with %s',
    async (_what, typed, change) => {
      const { on, server, target, connection } = await ground();
      await using _ = server;
      await tested(on, { connection, password });
      const form = formOf(target);
      const other = { ...form, connection: { ...form.connection, ...change } };
      const made = await on.service.accounts.create(other, new Secret(typed));
      expect(made.lastTest).toBeUndefined();
    },
  );

  it('is the result of a changed account, tested and saved with the typed password', async () => {
    const { on, server, target, connection } = await ground();
    await using _ = server;
    const id = await savedAccount(on, { ...target, port: server.port + 1 });
    const first = await tested(on, { accountId: id, connection, password });
    const changed = await on.service.accounts.change(id, formOf(target), new Secret(person.password));
    expect(changed.lastTest).toMatchObject({ testId: first.testId, changed: false });
  });

  it('with the stored password counts until that is typed anew', async () => {
    const on = await serviceOnDisk();
    await using server = await scriptedServer(smtpScript({ ...person, security: 'plain' }));
    const target = { ...plain(server.port), type: 'smtp' } as const;
    const from = (sender: string) => ({ ...settingsOf(target), from: `${sender}@mail.test` });
    const form = (sender: string) => ({ ...formOf(target), connection: from(sender) });
    const { account } = await on.service.accounts.create(form('ann'), password);
    const { id } = account;
    const { testId } = await tested(on, { accountId: id, connection: from('sales') });
    await on.service.accounts.change(id, form('ann'), password);
    expect((await on.service.accounts.change(id, form('sales'))).lastTest).toBeUndefined();
    const again = await tested(on, { accountId: id, connection: from('help') });
    expect(again.testId).not.toBe(testId);
    const changed = await on.service.accounts.change(id, form('help'));
    expect(changed.lastTest).toMatchObject({ testId: again.testId, verdict: 'passed', changed: false });
  });

  it('is the result also when it ends after the account was saved', async () => {
    const { on, server, target, connection } = await ground(pause(300));
    await using _ = server;
    const { testId } = await on.service.tests.startDraft({ connection, password });
    const made = await on.service.accounts.create(formOf(target), password);
    expect(made.lastTest).toBeUndefined();
    await eventsOf(on, testId);
    expect((await on.service.accounts.get(made.account.id)).lastTest).toMatchObject({
      testId,
      changed: false,
    });
  });

  it('takes no place of a newer result', async () => {
    const { on, server, target, connection } = await ground();
    await using _ = server;
    const id = await savedAccount(on, target);
    await tested(on, { accountId: id, connection, password });
    const { testId } = await on.service.tests.start(id);
    await eventsOf(on, testId);
    expect((await on.service.accounts.change(id, formOf(target), password)).lastTest?.testId).toBe(testId);
  });

  it('leaves its password nowhere', async () => {
    const { on, server, connection } = await ground();
    await using _ = server;
    await tested(on, { connection, password });
    const { records } = await on.service.log.page({ limit: 500 });
    expect(JSON.stringify(records)).not.toContain(person.password);
  });
});
