import { expect, test } from 'vitest';
import type { Service } from '../../daemon/service/service.ts';
import { systemUserId } from '../../shared/id.ts';
import { fetchedBy, lettersIn, mailRecords, sourceOf } from '../letters/coming-in.ts';
import { scriptedServer } from '../servers/scripted-server.ts';
import { imapScript, type ImapOptions } from '../servers/scripts/imap.ts';
import { pop3Script } from '../servers/scripts/pop3.ts';
import { silence } from '../servers/steps.ts';
import { handClock } from '../service/hand-clock.ts';
import { savedAccount, serviceOnDisk } from '../service/service-on-disk.ts';

const person = { username: 'ann@mail.test', password: 'hunter2-secret' };
const minute = 60_000;
const patiently = { timeout: 20_000, interval: 20 };
const imap = (options: Partial<ImapOptions> = {}) =>
  scriptedServer(imapScript({ ...person, security: 'plain', messageIds: ['4', '9'], ...options }));
const target = (port: number, type: 'imap' | 'pop3' = 'imap') =>
  ({ type, security: 'plain', port, ...person }) as const;
const unaborted = new AbortController().signal;

const fetched = (service: Service, accountId?: string) => fetchedBy(service, { accountId });

test('Fetch now records what is new with its text, and a second one nothing', async () => {
  await using server = await imap();
  const ground = await serviceOnDisk();
  const { service } = ground;
  const accountId = await savedAccount(ground, target(server.port), 'Desk');
  expect(await fetched(service, accountId)).toEqual([
    { type: 'begun', accountId, byDefault: false },
    { type: 'progress', letters: 2, ignored: 0, coming: 2 },
    { type: 'finished', letters: 2, ignored: 0, left: 0 },
  ]);
  const [first] = await lettersIn(service);
  expect(first).toMatchObject({
    direction: 'incoming',
    status: 'Processed',
    accountId,
    byDefault: false,
    sender: 'sender@example.org',
    recipients: 'small@mail.test',
    subject: 'Letter 4',
    messageId: '4@example.org',
    text: 'Text 4',
  });
  expect((await fetched(service, accountId)).at(-1)).toMatchObject({ letters: 0 });
  expect((await mailRecords(service)).map(({ message }) => message.replace(/\d{18}/, 'N'))).toEqual([
    'Letter N from sender@example.org came in by account Desk.',
    'Letter N from sender@example.org came in by account Desk.',
    '2 letters were fetched from account Desk.',
    'No new letters were fetched from account Desk.',
  ]);
});

test('POP3 letters are fetched once too, and one that its sender sent to itself is ignored', async () => {
  const letterOf = (id: string) => `From: a@b.example\r\nTo: ${id}@b.example\r\n\r\nText\r\n`;
  await using server = await scriptedServer(
    pop3Script({ ...person, security: 'plain', messageIds: ['a', 'b'], letterOf }),
  );
  const ground = await serviceOnDisk();
  const id = await savedAccount(ground, target(server.port, 'pop3'));
  expect((await fetched(ground.service, id)).at(-1)).toMatchObject({ letters: 2, ignored: 1 });
  expect((await fetched(ground.service, id)).at(-1)).toMatchObject({ letters: 0, ignored: 0 });
  expect((await lettersIn(ground.service)).map(({ status }) => status)).toEqual(['Ignored', 'Processed']);
});

test('the default account is fetched every minute by the system user, and nothing until it is set', async () => {
  await using server = await imap();
  const clock = handClock();
  const ground = await serviceOnDisk({ clock });
  const { service } = ground;
  const id = await savedAccount(ground, target(server.port));
  clock.pass(5 * minute);
  expect(clock.timers()).toBe(0);
  await service.properties.set('default.email.account.receive', id);
  await expect.poll(() => clock.timers(), patiently).toBe(1);
  clock.pass(minute);
  await expect.poll(() => lettersIn(service), patiently).toHaveLength(2);
  expect((await lettersIn(service))[0]).toMatchObject({ byDefault: true, createdBy: systemUserId });
  await service.properties.set('simple.email.read.active', false);
  await expect.poll(() => clock.timers(), patiently).toBe(0);
  const before = server.connections.length;
  clock.pass(5 * minute);
  expect(server.connections).toHaveLength(before);
});

test.for([
  ['receiving is switched off', 'simple.email.read.active', false, /Receiving is switched off/],
  ['no account is chosen', 'simple.email.read.active', true, /default\.email\.account\.receive/],
] as const)('Fetch now is refused with a sentence where %s', async ([, name, value, sentence]) => {
  const { service } = await serviceOnDisk();
  await service.properties.set(name, value);
  await expect(fetched(service)).rejects.toThrow(sentence);
});

test('an SMTP account gives no letters, and an inactive one none either', async () => {
  const ground = await serviceOnDisk();
  const smtp = await savedAccount(ground, { ...target(25), type: 'smtp' as const });
  await expect(fetched(ground.service, smtp)).rejects.toThrow('SMTP');
  const id = await savedAccount(ground, target(143));
  await ground.service.accounts.activate([id], false);
  await expect(fetched(ground.service, id)).rejects.toThrow('inactive');
});

test('a failing automatic fetch is said once until it changes, and that it works again', async () => {
  const refused = { LOGIN: 'NO [UNAVAILABLE] Later' };
  const script = (on: ImapOptions['on']) =>
    imapScript({ ...person, security: 'plain', messageIds: ['4'], ...(on ? { on } : {}) });
  await using server = await scriptedServer([script(refused), script(refused), script(undefined)]);
  const clock = handClock();
  const ground = await serviceOnDisk({ clock });
  const { service } = ground;
  const id = await savedAccount(ground, target(server.port), 'Desk');
  await service.properties.set('default.email.account.receive', id);
  await expect.poll(() => clock.timers(), patiently).toBe(1);
  for (const round of [1, 2, 3]) {
    clock.pass(minute);
    await expect.poll(() => server.connections.length, patiently).toBe(round);
    await server.connections[round - 1]?.closed;
    // The end of a round follows its connection's.
    await expect.poll(() => service.tests.running().runs.length, patiently).toBe(0);
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  const said = (await mailRecords(service)).map(({ level, message }) => `${level}: ${message}`);
  expect(said.filter((text) => text.startsWith('Error'))).toHaveLength(1);
  expect(said[0]).toMatch(/^Error: Letters of account Desk were not fetched\. Stage login failed/);
  expect(said.at(-1)).toBe('Info: Letters of account Desk are fetched again.');
});

test('refused logins while fetching count for the guard, and a guarded account is not asked again', async () => {
  await using server = await imap({ password: 'another' });
  const ground = await serviceOnDisk();
  const id = await savedAccount(ground, target(server.port));
  for (const _ of [1, 2]) {
    expect((await fetched(ground.service, id)).at(-1)).toMatchObject({
      type: 'finished',
      stage: 'login',
      failure: { kind: 'auth_bad_credentials' },
    });
  }
  expect((await fetched(ground.service, id)).at(-1)).toMatchObject({
    type: 'refused',
    refusal: { kind: 'guarded' },
  });
  expect(server.connections).toHaveLength(2);
});

test('a reader that goes ends the fetch, and what was recorded stays', async () => {
  await using server = await imap({ on: { 'UID SEARCH': silence() } });
  const ground = await serviceOnDisk();
  const id = await savedAccount(ground, target(server.port));
  const left = new AbortController();
  const lines = ground.service.incoming.fetch({ accountId: id }, 'en', left.signal);
  await lines.next();
  const rest = Array.fromAsync(lines);
  await expect.poll(() => server.receivedBeforeTls.toString(), patiently).toContain('UID SEARCH');
  left.abort();
  expect(await rest).toEqual([]);
  await expect.poll(() => server.connections[0]?.closed.then(() => 'closed'), patiently).toBe('closed');
});

test('two fetches of one account at once record each letter once', async () => {
  await using server = await imap();
  const ground = await serviceOnDisk();
  const id = await savedAccount(ground, target(server.port));
  const both = await Promise.all([fetched(ground.service, id), fetched(ground.service, id)]);
  const counts = both
    .map((lines) => lines.at(-1))
    .map((line) => (line?.type === 'finished' ? line.letters : -1));
  expect(counts.toSorted((one, other) => one - other)).toEqual([0, 2]);
});

test('after another UIDVALIDITY no letter is recorded twice, and the source is read under its new UID', async () => {
  const anew = ['* 2 EXISTS', '* OK [UIDVALIDITY 2] new', 'OK [READ-ONLY] done'];
  const messages = { ...person, security: 'plain' as const };
  const text = (id: string) =>
    `Subject: ${Number(id) % 5}\r\nMessage-ID: <${Number(id) % 5}@x>\r\n\r\nSame length ${Number(id) % 5}\r\n`;
  await using server = await scriptedServer([
    imapScript({ ...messages, messageIds: ['1', '2'], letterOf: text }),
    imapScript({ ...messages, messageIds: ['6', '7', '8'], letterOf: text, on: { EXAMINE: anew } }),
  ]);
  const ground = await serviceOnDisk();
  const { service } = ground;
  const id = await savedAccount(ground, target(server.port));
  expect((await fetched(service, id)).at(-1)).toMatchObject({ letters: 2 });
  expect((await fetched(service, id)).at(-1)).toMatchObject({ letters: 1 });
  const [first] = await lettersIn(service);
  expect(await sourceOf(service, first?.id ?? '')).toEqual({ text: text('6'), last: { type: 'whole' } });
});

test('the source of a letter is what the server has, also a long one, and a sentence when it is gone', async () => {
  const text = `Subject: long\r\n\r\n${'0123456789'.repeat(120_000)}\r\n`;
  const own = { ...person, security: 'plain' as const, letterOf: () => text };
  await using server = await scriptedServer([
    imapScript({ ...own, messageIds: ['4'] }),
    imapScript({ ...own, messageIds: ['4'] }),
    imapScript({ ...own, messageIds: [] }),
  ]);
  const ground = await serviceOnDisk();
  const { service } = ground;
  const accountId = await savedAccount(ground, target(server.port));
  await fetched(service, accountId);
  const [letter] = await lettersIn(service);
  expect(letter).toMatchObject({ octets: text.length, textCut: true });
  const id = letter?.id ?? '';
  expect((await sourceOf(service, id)).text === text).toBe(true);
  const gone = await Array.fromAsync(service.incoming.source({ id }, 'en', unaborted));
  expect(gone).toEqual([
    {
      type: 'refused',
      refusal: { kind: 'not_found', message: expect.stringContaining('not on the server') },
    },
  ]);
});
