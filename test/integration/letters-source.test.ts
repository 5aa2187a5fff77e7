import { expect, test } from 'vitest';
import { fetchedBy, lettersIn, sourceOf } from '../letters/coming-in.ts';
import { startRealServers } from '../servers/real/real-servers.ts';
import { scriptedServer } from '../servers/scripted-server.ts';
import { imapScript, type ImapOptions } from '../servers/scripts/imap.ts';
import { pop3Script } from '../servers/scripts/pop3.ts';
import { type HandClock, handClock } from '../service/hand-clock.ts';
import { savedAccount, serviceOnDisk } from '../service/service-on-disk.ts';

const person = { username: 'ann@mail.test', password: 'hunter2-secret', security: 'plain' as const };
const megabyte = 1024 * 1024;
const letter = (octets: number) => `Subject: long\r\n\r\n${'0123456789abcd\r\n'.repeat(octets / 16)}`;

/** A letter that was fetched from this server, and where it is on record. */
async function fetchedFrom(options: Partial<ImapOptions>, clock?: HandClock) {
  const server = await scriptedServer(imapScript({ ...person, messageIds: ['4'], ...options }));
  const ground = await serviceOnDisk({ ...(clock && { clock }) });
  const accountId = await savedAccount(ground, { type: 'imap', port: server.port, ...person });
  await fetchedBy(ground.service, { accountId });
  const [fetched] = await lettersIn(ground.service);
  return { server, id: fetched?.id ?? '', accountId, service: ground.service };
}

test.for<[name: string, options: Partial<ImapOptions>]>([
  ['in pieces shorter than asked for', { mostGiven: 100_000 }],
  [
    'in pieces shorter than asked for, of a size that was said too large',
    { mostGiven: 100_000, saidSize: 2 * megabyte },
  ],
  ['of a size that was said too small', { saidSize: 500 }],
  ['of a size that was said too large', { saidSize: 2 * megabyte }],
])('the source is whole from a server that gives it %s', async ([, options]) => {
  const text = letter(1_300_000);
  const { server, id, service } = await fetchedFrom({ letterOf: () => text, ...options });
  await using _ = server;
  const { text: source, last } = await sourceOf(service, id);
  expect(last).toEqual({ type: 'whole' });
  expect(source.length).toBe(text.length);
  expect(source === text).toBe(true);
});

test('a server that gives a letter octet by octet is not asked for ever', async () => {
  const { server, id, service } = await fetchedFrom({ mostGiven: 1, letterOf: () => letter(16_000) });
  await using _ = server;
  expect((await sourceOf(service, id)).last).toMatchObject({
    type: 'failed',
    failure: { kind: 'protocol_error', detail: expect.stringContaining('too small') },
  });
});

test('a server that gives nothing of a letter gives no source', async () => {
  const nothing = { 'UID FETCH': ['* 1 FETCH (UID 4 RFC822.SIZE 900 BODY[]<0> NIL)', 'OK done'] };
  const { server, id, service } = await fetchedFrom({ on: nothing });
  await using _ = server;
  expect(await sourceOf(service, id)).toMatchObject({ text: '', last: { type: 'failed' } });
});

test('a source that nobody reads on holds up its account for a minute at most', async () => {
  const clock = handClock();
  const { server, id, accountId, service } = await fetchedFrom({ letterOf: () => letter(300_000) }, clock);
  await using _ = server;
  const source = service.incoming.source({ id }, 'en', new AbortController().signal);
  expect(await source.next()).toMatchObject({ value: { type: 'part' } });
  await expect.poll(() => clock.timers(), { timeout: 5_000, interval: 20 }).toBeGreaterThan(0);
  const fetch = fetchedBy(service, { accountId });
  clock.pass(60_000);
  expect((await fetch).at(-1)).toMatchObject({ type: 'finished', letters: 0 });
  const rest = await Array.fromAsync(source);
  expect(rest.at(-1)).toMatchObject({ type: 'refused', refusal: { kind: 'conflict' } });
});

test('a letter that a POP3 server lists and does not give out is not said to be gone', async () => {
  const on = { RETR: '-ERR [SYS/TEMP] Try again later' };
  await using server = await scriptedServer(pop3Script({ ...person, messageIds: ['u4'], on }));
  const { service, ...ground } = await serviceOnDisk();
  const account = { type: 'pop3', port: server.port, ...person } as const;
  await fetchedBy(service, { accountId: await savedAccount({ service, ...ground }, account) });
  const [fetched] = await lettersIn(service);
  expect((await sourceOf(service, fetched?.id ?? '')).last).toMatchObject({
    type: 'failed',
    failure: { reply: '-ERR [SYS/TEMP] Try again later' },
  });
});

test('Dovecot: a letter of 24 MB comes whole, one of 26 MB is refused', { timeout: 120_000 }, async () => {
  const texts = [letter(24 * megabyte), letter(26 * megabyte)];
  const own = { username: 'long', password: 'pw-Long-24', uids: [3, 9] };
  await using servers = await startRealServers([
    { ...own, letterOf: (uid) => texts[uid === 3 ? 0 : 1] ?? '' },
  ]);
  const ground = await serviceOnDisk();
  for (const [type, port] of [
    ['imap', servers.ports.imap],
    ['pop3', servers.ports.pop3],
  ] as const) {
    const accountId = await savedAccount(ground, { type, port, ...own, security: 'plain' }, type);
    await fetchedBy(ground.service, { accountId });
    const [whole, tooLarge] = (await lettersIn(ground.service)).filter(
      (each) => each.accountId === accountId,
    );
    const { text, last } = await sourceOf(ground.service, whole?.id ?? '');
    expect(last).toEqual({ type: 'whole' });
    expect(text === texts[0], type).toBe(true);
    expect((await sourceOf(ground.service, tooLarge?.id ?? '')).last).toMatchObject({
      type: 'refused',
      refusal: { message: expect.stringContaining('25 MB') },
    });
  }
});
