import { describe, expect, test } from 'vitest';
import { ground, once } from '../letters/outgoing-ground.ts';
import { savedAccount, type ServiceOnDisk, serviceOnDisk } from '../service/service-on-disk.ts';

const form = { to: 'bob@mail.test', subject: 'A test', text: 'Hello' };

describe('an account that cannot send', () => {
  test.each([
    ['none is chosen', async () => undefined, 'invalid', /default\.email\.account\.send/],
    [
      'it is no SMTP account',
      async (on: ServiceOnDisk) =>
        savedAccount(on, { type: 'imap', security: 'plain', port: 1143, password: 'x' }),
      'invalid',
      /is IMAP/,
    ],
    ['it is not there', async () => '157425284611357796', 'not_found', /no account/],
  ])('is refused with a sentence: %s', async (_why, accountOf, kind, sentence) => {
    const on = await serviceOnDisk();
    const accountId = await accountOf(on);
    const refused = on.service.outgoing.send({ ...form, ...(accountId === undefined ? {} : { accountId }) });
    await expect(refused).rejects.toMatchObject({
      refusal: { kind, message: expect.stringMatching(sentence) },
    });
  });

  test('is refused when it is inactive, has no password, or is guarded', async () => {
    const on = await ground({ on: { AUTH: '535 5.7.8 Authentication failed' } });
    const { outgoing, accounts, properties } = on.service;
    await properties.set('default.email.account.send', on.accountId);
    for (let n = 0; n < 2; n++) {
      const { letterId } = await outgoing.send(form);
      expect(await once(on, letterId)).toMatchObject({
        status: 'Failed',
        failureKind: 'auth_bad_credentials',
      });
    }
    await expect(outgoing.send(form)).rejects.toMatchObject({
      refusal: { kind: 'guarded', message: expect.stringContaining('default.email.account.send') },
    });
    expect((await accounts.get(on.accountId)).guarded).toBe(true);
    const { account } = await accounts.duplicate(on.accountId);
    await expect(outgoing.send({ ...form, accountId: account.id })).rejects.toMatchObject({
      refusal: { kind: 'secret_required', message: expect.stringContaining('No password is stored') },
    });
    await accounts.activate([on.accountId], false);
    await expect(outgoing.send({ ...form, accountId: on.accountId })).rejects.toMatchObject({
      refusal: { kind: 'invalid', message: expect.stringContaining('inactive') },
    });
  });

  test('holds its letters when it stops while they wait, and sends them when it goes on', async () => {
    const on = await ground();
    const { outgoing, accounts, properties } = on.service;
    await properties.set('simple.email.smtp.active', false);
    const { letterId } = await outgoing.send({ ...form, accountId: on.accountId });
    await accounts.activate([on.accountId], false);
    await properties.set('simple.email.smtp.active', true);
    expect((await once(on, letterId, ({ hold }) => hold === 'account_inactive')).status).toBe('Ready');
    await accounts.remove([on.accountId]);
    await once(on, letterId, ({ hold }) => hold === 'account_missing');
    await accounts.restore([on.accountId]);
    await accounts.activate([on.accountId], true);
    expect((await once(on, letterId)).status).toBe('Processed');
  });
});
