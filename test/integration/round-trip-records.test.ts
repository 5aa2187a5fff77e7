import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { outgoingLetter } from '../letters/examples.ts';
import { letterServer } from '../letters/letter-server.ts';
import { once } from '../letters/outgoing-ground.ts';
import { scriptedServer } from '../servers/scripted-server.ts';
import { imapScript } from '../servers/scripts/imap.ts';
import { step } from '../servers/steps.ts';
import { handClock } from '../service/hand-clock.ts';
import { savedAccount, serviceOnDisk } from '../service/service-on-disk.ts';

const login = { username: 'small', password: 'pw-Small-1', security: 'plain' } as const;

/** A round trip whose letter is taken while its end cannot be written down, to its last event. */
async function unwritten() {
  const clock = handClock();
  const on = await serviceOnDisk({ clock });
  const server = await letterServer();
  const mailbox = await scriptedServer(imapScript({ ...login, capabilities: ['IMAP4rev1', 'AUTH=PLAIN'] }));
  const from = await savedAccount(on, {
    type: 'smtp',
    ...server.target,
    settings: { from: 'small@mail.test' },
  });
  const to = await savedAccount(on, { ...login, type: 'imap', port: mailbox.port });
  const file = join(on.directory, 'mailprobe.db');
  using db = new DatabaseSync(file);
  db.exec(
    `CREATE TRIGGER refuse BEFORE UPDATE OF queue_id ON letters BEGIN SELECT RAISE(ABORT, 'locked'); END`,
  );
  const order = { from, to, recipient: 'bob@mail.test', timeoutS: 5, cleanUp: false };
  const events = await Array.fromAsync(on.service.roundTrips.run(order, 'en', new AbortController().signal));
  const end = events.at(-1);
  if (end?.type !== 'finished') throw new Error(`It ended with ${JSON.stringify(end)}.`);
  return { on, clock, file, end, letterId: end.letterId ?? '', server };
}

test('what became of a letter is told though it cannot be written down, and is written as soon as it can be', async () => {
  const { on, clock, file, end, letterId } = await unwritten();
  expect(end.fate).toBe('not_seen');
  const { letter } = await on.service.outgoing.get(letterId);
  expect(letter.status).toBe('In Process');
  await expect(on.service.outgoing.retry(letterId)).rejects.toMatchObject({ refusal: { kind: 'conflict' } });
  using db = new DatabaseSync(file);
  db.exec('DROP TRIGGER refuse');
  clock.pass(2_000);
  expect(await once(on, letterId)).toMatchObject({ status: 'Processed', reply: end.reply });
});

test('a daemon that ends before it could write it down leaves it unknown, sends it no second time, and says so', async () => {
  const { on, file, letterId, server } = await unwritten();
  await on.close();
  {
    using db = new DatabaseSync(file);
    db.exec('DROP TRIGGER refuse');
  }
  const next = await serviceOnDisk({ directory: on.directory });
  expect(await once(next, letterId)).toMatchObject({ status: 'Unknown' });
  const said = async () => {
    const { records } = await next.service.log.page({ limit: 50 });
    return records.filter(({ message }) => message.includes('before the answer was written down'));
  };
  await expect.poll(said).toMatchObject([{ source: 'Outgoing Mail', level: 'Error' }]);
  expect(server.letters).toHaveLength(1);
});

test('a daemon that is killed before the last dot leaves a letter that has failed, and says why', async () => {
  const on = await serviceOnDisk();
  const { id } = await on.store.letters.addUnqueued(outgoingLetter({ status: 'In Process' }));
  await on.close();
  const next = await serviceOnDisk({ directory: on.directory });
  expect(await once(next, id)).toMatchObject({ status: 'Failed', reason: 'daemon_ended' });
  const said = async () => {
    const { records } = await next.service.log.page({ limit: 50 });
    return records.filter(({ message }) => message.startsWith(`Letter ${id}: `));
  };
  const accountId = outgoingLetter().accountId;
  await expect.poll(said).toMatchObject([{ source: 'Outgoing Mail', level: 'Error', accountId }]);
});

test('the time a letter is waited for begins when the mailbox is open, however long that took', async () => {
  const on = await serviceOnDisk();
  const server = await letterServer();
  let lists = 0;
  const slow = step('slow at first', async () => {
    lists += 1;
    if (lists === 1) await sleep(3_000);
  });
  await using mailbox = await scriptedServer(
    imapScript({
      ...login,
      capabilities: ['IMAP4rev1', 'AUTH=PLAIN'],
      on: { LIST: [slow, '* LIST () "/" INBOX', 'OK done'] },
    }),
  );
  const settings = { from: 'small@mail.test' };
  const from = await savedAccount(on, { type: 'smtp', ...server.target, settings });
  const to = await savedAccount(on, { ...login, type: 'imap', port: mailbox.port });
  const order = { from, to, recipient: 'bob@mail.test', timeoutS: 5, cleanUp: false };
  const { signal } = new AbortController();
  const events = await Array.fromAsync(on.service.roundTrips.run(order, 'en', signal));
  const accepted = events.find(({ type }) => type === 'accepted');
  const end = events.at(-1);
  if (accepted?.type !== 'accepted' || end?.type !== 'finished') throw new Error(JSON.stringify(events));
  expect(end.fate).toBe('not_seen');
  expect(end.ms - accepted.ms).toBeGreaterThan(4_000);
});
