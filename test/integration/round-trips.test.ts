import { ImapFlow } from 'imapflow';
import { expect, inject, test } from 'vitest';
import type { RoundTripEnd, RoundTripEvent, RoundTripOrder } from '../../shared/round-trip.ts';
import {
  addressOf,
  type Fate,
  fateDelays,
  fateFolders,
  fates,
  mailboxOf,
  sender,
} from '../servers/real/fates.ts';
import type { MailUser } from '../servers/real/users.ts';
import { savedAccount, serviceOnDisk, type ServiceOnDisk } from '../service/service-on-disk.ts';

const { ports } = inject('realServers');

const smtp = {
  type: 'smtp',
  security: 'plain',
  port: ports.smtp,
  username: sender.username,
  settings: { from: sender.username },
} as const;

/** To a mailbox by IMAP or POP3; `watched` is another mailbox than that of the recipient. */
interface Way {
  fate: Fate;
  type?: 'imap' | 'pop3';
  watched?: { username: string; password: string };
}

async function accounts(ground: ServiceOnDisk, { fate, type = 'imap', watched = mailboxOf(fate) }: Way) {
  const { username, password } = watched;
  const mailbox = { type, security: 'plain', port: ports[type], username, password } as const;
  return {
    from: await savedAccount(ground, { ...smtp, password: sender.password }),
    to: await savedAccount(ground, mailbox),
  };
}

async function trip(ground: ServiceOnDisk, way: Way, order: Partial<RoundTripOrder> = {}) {
  const asked = { ...(await accounts(ground, way)), timeoutS: 20, cleanUp: false, ...order };
  const recipient = addressOf(way.fate);
  const { signal } = new AbortController();
  const events: RoundTripEvent[] = await Array.fromAsync(
    ground.service.roundTrips.run({ ...asked, recipient }, 'en', signal),
  );
  const end = events.at(-1);
  if (end?.type !== 'finished') throw new Error(`${way.fate} ended with ${JSON.stringify(end)}.`);
  return { events, end };
}

const accepted = {
  reply: expect.stringMatching(/^250 2\.0\.0 Ok: queued as \w+$/),
  queueId: expect.any(String),
};
const results = ({ arrival }: RoundTripEnd) =>
  arrival?.judgement?.results.map(({ method, result }) => `${method}=${result}`);

/** All fates of `test/servers/real/README.md`, each by what a person can know. */
const told: { way: Way; seconds?: number; end: object; also?: (end: RoundTripEnd) => void }[] = [
  {
    way: { fate: 'inbox' },
    end: { fate: 'arrived', copies: 1, arrival: { folder: 'INBOX', junk: false }, ...accepted },
    also(end) {
      expect(results(end)).toEqual(['spf=pass', 'dkim=pass', 'dmarc=pass']);
      expect(end.arrival?.hops.map(({ by, protocol }) => [by, protocol])).toEqual([
        ['localhost', 'ESMTPA'],
        ['mx.fate.test', 'ESMTP'],
        [expect.any(String), 'LMTP'],
      ]);
    },
  },
  { way: { fate: 'inbox', type: 'pop3' }, end: { fate: 'arrived', copies: 1, arrival: { folder: 'INBOX' } } },
  { way: { fate: 'junk' }, end: { fate: 'arrived', arrival: { folder: fateFolders.junk, junk: true } } },
  { way: { fate: 'folder' }, end: { fate: 'arrived', arrival: { folder: fateFolders.folder, junk: false } } },
  { way: { fate: 'twice' }, end: { fate: 'arrived', copies: 2 } },
  {
    way: { fate: 'spoofed' },
    end: { fate: 'arrived', arrival: { judgement: { by: 'mx.fate.test', notBelieved: 0 } } },
    also: (end) => expect(results(end)).toEqual(['spf=fail', 'dkim=none', 'dmarc=fail']),
  },
  {
    way: { fate: 'forged' },
    end: { fate: 'arrived', arrival: { judgement: { by: 'mx.fate.test', notBelieved: 1 } } },
    also: (end) => expect(results(end)).toEqual(['spf=softfail', 'dkim=none', 'dmarc=none']),
  },
  ...(['slow', 'greylisted'] as const).map((fate) => ({
    way: { fate },
    end: { fate: 'arrived', copies: 1 },
    also(end: RoundTripEnd) {
      expect(end.arrival?.ms).toBeGreaterThanOrEqual(fateDelays[fate]);
      // Between the two servers, in whole seconds.
      const delays = end.arrival?.hops.map(({ delayMs = 0 }) => delayMs) ?? [];
      expect(Math.max(...delays)).toBeGreaterThanOrEqual(fateDelays[fate] - 1_000);
    },
  })),
  { way: { fate: 'held' }, seconds: 6, end: { fate: 'not_seen', copies: 0, ...accepted } },
  {
    way: { fate: 'lost' },
    seconds: 6,
    end: {
      fate: 'not_seen',
      copies: 0,
      ...accepted,
      searched: expect.arrayContaining(['INBOX', fateFolders.junk]),
    },
  },
  {
    way: { fate: 'deferred' },
    end: {
      fate: 'deferred',
      part: 'sending',
      reply: expect.stringMatching(/^451 4\.3\.2/),
      failure: { kind: 'server_temporary', retry: true },
    },
  },
  { way: { fate: 'refused' }, end: { fate: 'refused', reply: expect.stringMatching(/^550 5\.1\.1/) } },
  {
    way: { fate: 'refused-data' },
    end: {
      fate: 'refused',
      reply: expect.stringMatching(/^554 5\.7\.1/),
      failure: { kind: 'message_rejected_policy', retry: false },
    },
  },
  {
    way: { fate: 'refused-later', watched: sender },
    end: {
      fate: 'returned',
      bounce: {
        status: '5.7.1',
        action: 'failed',
        recipient: addressOf('refused-later'),
        reportedBy: 'localhost',
      },
      ...accepted,
    },
  },
  {
    way: { fate: 'full', watched: sender },
    end: { fate: 'returned', bounce: { status: '5.2.2', reportedBy: 'mx.fate.test' } },
  },
];

test('a round trip tells each fate, all at once', { timeout: 60_000 }, async () => {
  const ground = await serviceOnDisk();
  const trips = told.map(async ({ way, seconds = 20, end, also }) => {
    const found = (await trip(ground, way, { timeoutS: seconds })).end;
    expect.soft(found, `${way.fate} by ${way.type ?? 'imap'}`).toMatchObject(end);
    also?.(found);
    const { letter } = await ground.service.outgoing.get(found.letterId ?? '');
    const status = ['refused', 'deferred'].includes(found.fate) ? 'Failed' : 'Processed';
    expect.soft(letter, way.fate).toMatchObject({ status, attempts: 1, reply: found.reply });
  });
  await Promise.all(trips);
  expect(new Set(told.map(({ way }) => way.fate))).toEqual(new Set(fates));
});

/** Of all letters in a folder, as Dovecot has them. */
async function messageIds({ username: user, password: pass }: MailUser, folder: string): Promise<string[]> {
  const client = new ImapFlow({
    host: '127.0.0.1',
    port: ports.imap,
    secure: false,
    doSTARTTLS: false,
    auth: { user, pass },
    logger: false,
  });
  await client.connect();
  const lock = await client.getMailboxLock(folder, { readOnly: true });
  const letters = await Array.fromAsync(client.fetch('1:*', { envelope: true }));
  lock.release();
  client.close();
  return letters.map(({ envelope }) => envelope?.messageId?.replaceAll(/[<>]/g, '') ?? '');
}

test('a letter may be deleted where it arrived, and no other one', { timeout: 60_000 }, async () => {
  const ground = await serviceOnDisk();
  const way = { fate: 'folder' } as const;
  const kept = await trip(ground, way);
  const { events, end } = await trip(ground, way, { cleanUp: true });
  expect(events).toContainEqual({ type: 'cleaned_up', folder: fateFolders.folder, how: 'removed' });
  const there = await messageIds(mailboxOf('folder'), fateFolders.folder);
  const messageIdOf = async (id = '') => (await ground.service.outgoing.get(id)).letter.messageId;
  expect(there).toContain(await messageIdOf(kept.end.letterId));
  expect(there).not.toContain(await messageIdOf(end.letterId));
  expect(kept.events.some(({ type }) => type === 'cleaned_up')).toBe(false);
  const pop3 = await trip(ground, { fate: 'inbox', type: 'pop3' }, { cleanUp: true });
  expect(pop3.events).toContainEqual({ type: 'cleaned_up', folder: 'INBOX', how: 'removed' });
});

test('nothing is sent where the mailbox cannot be watched', async () => {
  const watched = { ...mailboxOf('inbox'), password: 'wrong' };
  const { end, events } = await trip(await serviceOnDisk(), { fate: 'inbox', watched });
  expect(end).toMatchObject({ fate: 'not_watched', part: 'receiving', stage: 'login', copies: 0 });
  expect(end.letterId).toBeUndefined();
  expect(events.some(({ type }) => type === 'accepted')).toBe(false);
});

test('a login that is refused while sending is told so, and counts', async () => {
  const ground = await serviceOnDisk();
  const { to } = await accounts(ground, { fate: 'inbox' });
  const from = await savedAccount(ground, { ...smtp, password: 'wrong' });
  const run = () =>
    Array.fromAsync(
      ground.service.roundTrips.run({ from, to, cleanUp: false }, 'en', new AbortController().signal),
    );
  const end = {
    fate: 'not_sent',
    part: 'sending',
    stage: 'login',
    failure: { kind: 'auth_bad_credentials' },
  };
  expect((await run()).at(-1)).toMatchObject(end);
  expect((await run()).at(-1)).toMatchObject(end);
  await expect(run()).rejects.toMatchObject({ refusal: { kind: 'guarded' } });
});

test('whoever stops listening ends it: both logins are over, and the letter is on record', async () => {
  const ground = await serviceOnDisk();
  const asked = { ...(await accounts(ground, { fate: 'held' })), cleanUp: false };
  const stop = new AbortController();
  const seen: RoundTripEvent['type'][] = [];
  for await (const { type } of ground.service.roundTrips.run(asked, 'en', stop.signal)) {
    seen.push(type);
    if (type === 'accepted') stop.abort();
  }
  expect(seen).not.toContain('finished');
  const { records } = await ground.service.log.page({ limit: 100 });
  expect(records.some(({ message }) => /was taken by the server/.test(message))).toBe(true);
  expect(records[0]?.message).toMatch(/^The round trip of letter \d{18} to account Work was cancelled/);
});

test('an account that is deleted meanwhile ends it too', async () => {
  const ground = await serviceOnDisk();
  const { from, to } = await accounts(ground, { fate: 'held' });
  const seen: RoundTripEvent['type'][] = [];
  const { signal } = new AbortController();
  for await (const { type } of ground.service.roundTrips.run({ from, to, cleanUp: false }, 'en', signal)) {
    seen.push(type);
    if (type === 'accepted') await ground.service.accounts.remove([to]);
  }
  expect(seen.at(-1)).toBe('refused');
  expect(seen).toContain('accepted');
});
