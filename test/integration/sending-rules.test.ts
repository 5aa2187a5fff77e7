import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { letterServer } from '../letters/letter-server.ts';
import { ground, once } from '../letters/outgoing-ground.ts';
import { scriptedServer } from '../servers/scripted-server.ts';
import { imapScript } from '../servers/scripts/imap.ts';
import { step } from '../servers/steps.ts';
import { savedAccount, type ServiceOnDisk, serviceOnDisk } from '../service/service-on-disk.ts';

const form = { to: 'bob@mail.test', subject: 'A test', text: 'Hello' };
const testUsers = 'simple.email.test.user';
type Change = (on: Pick<ServiceOnDisk, 'service'>, accountId: string) => Promise<unknown>;

/** A greeting during which something is changed: the letter is begun, and nothing of it is said yet. */
const changing = (change: () => Promise<unknown>) => [
  step('change', async () => void (await change())),
  '250-scripted.test',
  '250 AUTH PLAIN',
];

const changes: [string, Change][] = [
  ['test users are set', ({ service }) => service.properties.set(testUsers, ['test@mail.test'])],
  ['sending is switched off', ({ service }) => service.properties.set('simple.email.smtp.active', false)],
];

test.each<[string, Change]>([
  ...changes,
  ['its account is stopped', ({ service }, id) => service.accounts.activate([id], false)],
  ['its account is deleted', ({ service }, id) => service.accounts.remove([id])],
])('a letter goes to nobody when %s while it is being sent', async (_what, change) => {
  let act = async () => {};
  const on = await ground({ on: { EHLO: changing(() => act()) } });
  act = async () => void (await change(on, on.accountId));
  const { letterId } = await on.service.outgoing.send({ ...form, accountId: on.accountId });
  const letter = await once(on, letterId, ({ status, attempts }) => status !== 'In Process' && attempts > 0);
  expect(letter).toMatchObject({ status: 'Ready', attempts: 1 });
  expect(letter.deliveries).toMatchObject([{ outcome: 'waiting' }]);
  expect(on.letters).toEqual([]);
});

/** Changes one row of the properties past Mailprobe. */
function damage({ directory }: Pick<ServiceOnDisk, 'directory'>, name: string): void {
  using db = new DatabaseSync(join(directory, 'mailprobe.db'));
  db.prepare('INSERT OR REPLACE INTO properties (name, value) VALUES (?, ?)').run(name, '["to');
}

test.each(['simple.email.smtp.active', testUsers])(
  'no letter is sent while nobody can read what %s says, and it goes when it is set again',
  async (name) => {
    const on = await ground();
    const { outgoing, properties } = on.service;
    await properties.set('simple.email.smtp.active', false);
    const { letterId } = await outgoing.send({ ...form, accountId: on.accountId });
    damage(on, name);
    await expect(outgoing.send({ ...form, accountId: on.accountId })).rejects.toThrow(name);
    if (name === testUsers) await properties.reset('simple.email.smtp.active');
    else await outgoing.retry(letterId);
    await once(on, letterId, ({ hold }) => hold === 'daemon_trouble');
    expect(on.letters).toEqual([]);
    await properties.reset(name as typeof testUsers);
    expect(await once(on, letterId)).toMatchObject({ status: 'Processed' });
  },
);

/** A round trip during which something is done while its mailbox is opened. */
async function trip(change: Change, ehlo?: Change) {
  const on = await serviceOnDisk();
  const login = { username: 'small', password: 'pw-Small-1', security: 'plain' } as const;
  let from = '';
  const server = await letterServer(ehlo ? { on: { EHLO: changing(() => ehlo(on, from)) } } : {});
  const mailbox = await scriptedServer(
    imapScript({
      ...login,
      capabilities: ['IMAP4rev1', 'AUTH=PLAIN'],
      on: {
        LIST: [step('change', async () => void (await change(on, from))), '* LIST () "/" INBOX', 'OK done'],
      },
    }),
  );
  from = await savedAccount(on, { type: 'smtp', ...server.target, settings: { from: 'small@mail.test' } });
  const to = await savedAccount(on, { ...login, type: 'imap', port: mailbox.port });
  const order = { from, to, recipient: 'bob@mail.test', timeoutS: 5, cleanUp: false };
  const { signal } = new AbortController();
  const events = await Array.fromAsync(on.service.roundTrips.run(order, 'en', signal));
  const recorded = events.find(({ type }) => type === 'recorded');
  const letter =
    recorded?.type === 'recorded' ? (await once(on, recorded.letterId)).status : 'never recorded';
  return { end: events.at(-1), letters: server.letters, letter };
}

test.each<[string, Change]>([
  ...changes,
  ['the account that sends is stopped', ({ service }, id) => service.accounts.activate([id], false)],
])('a round trip sends nothing and says why when %s while its mailbox is opened', async (_what, change) => {
  const { end, letters, letter } = await trip(change);
  expect(end).toMatchObject({ type: 'refused', refusal: { kind: 'invalid' } });
  expect(letters).toEqual([]);
  expect(letter).not.toBe('Ready');
});

test.each(changes)(
  'a round trip sends nothing and says why when %s while it is being sent',
  async (_what, change) => {
    const { end, letters, letter } = await trip(async () => {}, change);
    expect(end).toMatchObject({ type: 'refused', refusal: { kind: 'invalid' } });
    expect(letters).toEqual([]);
    expect(letter).toBe('Failed');
  },
);
