import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { letterServer } from '../letters/letter-server.ts';
import { ground, once } from '../letters/outgoing-ground.ts';
import { savedAccount, type ServiceOnDisk, serviceOnDisk } from '../service/service-on-disk.ts';
import { reset, silence } from '../servers/steps.ts';

const form = { to: 'bob@mail.test', subject: 'A test', text: 'Hello' };

async function messages({ store }: ServiceOnDisk) {
  await sleep(100);
  const records = await store.log.page({ limit: 200 });
  return records.filter(({ source }) => source === 'Outgoing Mail').toReversed();
}

describe('a letter', () => {
  test('is sent by the default account, and every step stands in the Main Log', async () => {
    const on = await ground();
    await on.service.properties.set('default.email.account.send', on.accountId);
    const recipients = { to: 'Bob <bob@mail.test>', cc: 'cy@mail.test', bcc: 'eve@mail.test' };
    const { letterId, ...said } = await on.service.outgoing.send({ ...form, ...recipients });
    expect(said).toEqual({ accountId: on.accountId, byDefault: true });
    const letter = await once(on, letterId);
    expect(letter).toMatchObject({
      status: 'Processed',
      direction: 'outgoing',
      byDefault: true,
      sender: 'small@mail.test',
      recipients: 'Bob <bob@mail.test>',
      cc: 'cy@mail.test',
      bcc: 'eve@mail.test',
      attempts: 1,
      queueId: '4Z1',
      reply: '250 2.0.0 Ok: queued as 4Z1',
    });
    expect(letter.deliveries.map(({ address, outcome }) => [address, outcome])).toEqual([
      ['bob@mail.test', 'accepted'],
      ['cy@mail.test', 'accepted'],
      ['eve@mail.test', 'accepted'],
    ]);
    expect(on.letters).toHaveLength(1);
    expect(on.letters[0]?.text).not.toMatch(/eve/);
    expect(on.letters[0]?.text).toContain(`Message-ID: <${letter.messageId}>`);
    expect(on.letters[0]?.text).toHaveLength(letter.octets);
    const said2 = (await messages(on)).map(({ message }) => message.replace(`Letter ${letterId}`, 'Letter'));
    expect(said2[0]).toBe(
      'Letter to Bob <bob@mail.test> was recorded, to be sent by the default account Work.',
    );
    for (const words of [
      /^Letter: .*127\.0\.0\.1/,
      /^Letter: .*[Ll]og/,
      /MAIL FROM:<small@mail.test> was accepted: 250/,
      /Recipient eve@mail.test was accepted: 250/,
      /octets \(7bit\) are handed over/,
      /It was taken by the server, which calls it 4Z1\. The server said: 250/,
    ])
      expect(said2.filter((message) => words.test(message)).length, String(words)).toBeGreaterThan(0);
  });

  test('goes to the test users alone where there are some, and its record says both', async () => {
    const on = await ground();
    await on.service.properties.set('simple.email.test.user', ['test@mail.test']);
    const { letterId, redirectedTo } = await on.service.outgoing.send({
      ...form,
      cc: 'cy@mail.test',
      accountId: on.accountId,
    });
    expect(redirectedTo).toBe('test@mail.test');
    expect(await once(on, letterId)).toMatchObject({
      status: 'Processed',
      byDefault: false,
      recipients: 'bob@mail.test',
      cc: 'cy@mail.test',
      redirectedTo: 'test@mail.test',
      deliveries: [{ address: 'test@mail.test', outcome: 'accepted' }],
    });
    expect(on.letters[0]).toMatchObject({ rcpt: ['test@mail.test'] });
    expect(on.letters[0]?.text).toContain('To: test@mail.test\r\n');
    expect(on.letters[0]?.text).not.toMatch(/bob|cy@/);
    expect((await messages(on)).map(({ message }) => message)).toContain(
      `Letter ${letterId}: It goes to test@mail.test (simple.email.test.user) in place of bob@mail.test; Cc cy@mail.test.`,
    );
  });

  test('waits while sending is switched off, says so, and goes when it is switched on', async () => {
    const on = await ground();
    await on.service.properties.set('simple.email.smtp.active', false);
    const { letterId } = await on.service.outgoing.send({ ...form, accountId: on.accountId });
    expect(await once(on, letterId, ({ hold }) => hold !== undefined)).toMatchObject({
      status: 'Ready',
      hold: 'sending_off',
      attempts: 0,
    });
    expect((await messages(on)).at(-1)).toMatchObject({
      level: 'Warning',
      username: 'system',
      message: 'Letters wait: sending is switched off (simple.email.smtp.active).',
    });
    expect(on.running.connections).toHaveLength(0);
    await on.service.properties.set('simple.email.smtp.active', true);
    expect((await once(on, letterId)).status).toBe('Processed');
  });

  test('that is greylisted waits a minute, can be sent at once, and goes to nobody twice', async () => {
    const recipients: Record<string, string> = { 'cy@mail.test': '450 4.2.0 Greylisted' };
    const on = await ground({ recipients });
    const { letterId } = await on.service.outgoing.send({
      ...form,
      to: 'bob@mail.test, cy@mail.test',
      accountId: on.accountId,
    });
    const waiting = await once(on, letterId, ({ attempts, status }) => attempts === 1 && status === 'Ready');
    expect(waiting.deliveries.map(({ outcome }) => outcome)).toEqual(['accepted', 'waiting']);
    const seconds = (Date.parse(waiting.nextAttemptAt ?? '') - Date.now()) / 1000;
    expect(seconds).toBeGreaterThan(50);
    expect(seconds).toBeLessThanOrEqual(60);
    delete recipients['cy@mail.test'];
    await on.service.outgoing.retry(letterId);
    const done = await once(on, letterId);
    expect(done.status).toBe('Processed');
    expect(done.deliveries.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted']);
    expect(on.letters.map(({ rcpt }) => rcpt)).toEqual([['bob@mail.test'], ['cy@mail.test']]);
    await expect(on.service.outgoing.retry(letterId)).rejects.toMatchObject({
      refusal: { kind: 'conflict' },
    });
    await expect(on.service.outgoing.giveUp(letterId)).rejects.toMatchObject({
      refusal: { kind: 'conflict' },
    });
  });

  test('that waits can be given up, and is not tried again by itself', async () => {
    const on = await ground({ on: { MAIL: '451 4.3.0 Try again later' } });
    const { letterId } = await on.service.outgoing.send({ ...form, accountId: on.accountId });
    await once(on, letterId, ({ attempts, status }) => attempts === 1 && status === 'Ready');
    await on.service.outgoing.giveUp(letterId);
    expect(await once(on, letterId)).toMatchObject({ status: 'Failed', reply: '451 4.3.0 Try again later' });
  });

  test('that is refused for good has failed, with the cause and the server’s words', async () => {
    const on = await ground({ recipients: { 'bob@mail.test': '550 5.1.1 User unknown' } });
    const { letterId } = await on.service.outgoing.send({ ...form, accountId: on.accountId });
    const failed = await once(on, letterId);
    expect(failed).toMatchObject({
      status: 'Failed',
      failureKind: 'recipient_rejected',
      reply: '550 5.1.1 User unknown',
    });
    expect((await messages(on)).at(-1)).toMatchObject({
      level: 'Error',
      message: `Letter ${letterId}: It was not sent. The server does not accept this recipient (recipient_rejected). The server said: 550 5.1.1 User unknown`,
    });
  });

  test('whose answer is lost is unknown, also after a start, and is sent again when asked alone', async () => {
    const on = await ground({ atDot: [reset()] });
    const { letterId } = await on.service.outgoing.send({ ...form, accountId: on.accountId });
    expect(await once(on, letterId)).toMatchObject({ status: 'Unknown' });
    await on.close();
    const next = await serviceOnDisk({ directory: on.directory });
    await sleep(300);
    expect(await once(next, letterId)).toMatchObject({ status: 'Unknown', attempts: 1 });
    expect(on.letters).toHaveLength(1);
    await next.service.outgoing.retry(letterId);
    await once(next, letterId, ({ attempts, status }) => attempts === 1 && status === 'Unknown');
    expect(on.letters).toHaveLength(2);
    const ids = on.letters.map(({ text }) => /^Message-ID: (.*)$/m.exec(text)?.[1]);
    expect(ids[0]).toBe(ids[1]);
  });

  test('goes one after the other by an account, and side by side with those of another', async () => {
    const on = await ground();
    const slow = await letterServer({ atDot: [silence()] });
    const other = await savedAccount(on, { type: 'smtp', ...slow.target }, 'Slow');
    const by = (accountId: string) => on.service.outgoing.send({ ...form, accountId });
    await by(other);
    const sent = await Promise.all(Array.from({ length: 5 }, () => by(on.accountId)));
    const behind = await by(other);
    for (const { letterId } of sent) expect((await once(on, letterId)).status).toBe('Processed');
    expect((await on.service.outgoing.get(behind.letterId)).letter.status).toBe('Ready');
    expect(slow.running.connections).toHaveLength(1);
    expect(on.letters).toHaveLength(5);
  });

  test('tells the pages that letters have changed', async () => {
    const on = await ground();
    const end = new AbortController();
    const changes: string[] = [];
    const read = (async () => {
      for await (const event of on.service.live(end.signal))
        if (event.type === 'changed') changes.push(event.what);
    })();
    const { letterId } = await on.service.outgoing.send({ ...form, accountId: on.accountId });
    await once(on, letterId);
    await sleep(50);
    end.abort();
    await read;
    expect(changes.filter((what) => what === 'letters').length).toBeGreaterThanOrEqual(3);
  });
});
