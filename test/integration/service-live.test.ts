import { describe, expect, it } from 'vitest';
import type { LiveEvent } from '../../shared/live-event.ts';
import { keyring } from '../servers/keyring.ts';
import { scriptedServer } from '../servers/scripted-server.ts';
import { imapScript } from '../servers/scripts/imap.ts';
import { pause } from '../servers/steps.ts';
import { eventsOf, savedAccount, serviceOnDisk } from '../service/service-on-disk.ts';

const person = { username: 'ann@mail.test', password: 'hunter2-secret' };
const messageIds = ['4', '9'];
const never = new AbortController().signal;
const plain = (port: number) => ({ type: 'imap', security: 'plain', port, ...person }) as const;

it('a test waits for the keychain in sight, and can be cancelled there', async () => {
  await using session = await keyring();
  const ground = await serviceOnDisk({ env: session.env });
  await using server = await scriptedServer(imapScript({ ...person, security: 'plain', messageIds }));
  const id = await savedAccount(ground, plain(server.port));
  session.signal('SIGSTOP');
  const { tests } = ground.service;
  const starting = tests.start(id);
  await expect.poll(() => tests.running().runs).toEqual([{ testId: expect.any(String), accountId: id }]);
  tests.cancel(tests.running().runs.map(({ testId }) => testId));
  const { testId } = await starting;
  expect(await eventsOf(ground, testId)).toEqual([expect.objectContaining({ verdict: 'cancelled' })]);
  expect((await ground.service.accounts.get(id)).lastTest).toBeUndefined();
  session.signal('SIGCONT');
  expect(server.connections).toEqual([]);
});

describe('the live stream', () => {
  it('tells whoever comes late and whoever was there the same as the log and the follower', async () => {
    const ground = await serviceOnDisk();
    const { service } = ground;
    await using server = await scriptedServer(
      imapScript({ ...person, security: 'plain', messageIds, on: { LOGIN: [pause(500), 'OK in'] } }),
    );
    const id = await savedAccount(ground, { ...plain(server.port), settings: { debug: true } });
    const stop = new AbortController();
    const early = gathered(service.live(stop.signal));
    const { testId } = await service.tests.start(id);
    await expect.poll(() => server.connections.length, { timeout: 5_000 }).toBe(1);
    const late = gathered(service.live(stop.signal));
    const followed = await eventsOf(ground, testId);
    stop.abort();
    for (const live of [await early, await late]) {
      expect(live.find(({ type }) => type === 'queued')).toEqual({ type: 'queued', testId, accountId: id });
      expect(live.flatMap((event) => (event.type === 'run' ? [event.event] : []))).toEqual(followed);
    }
    const { records } = await service.log.page({ limit: 500, testId });
    const told = (await early).flatMap((event) => (event.type === 'log' ? event.records : []));
    expect(told.filter((record) => record.testId === testId)).toEqual(records.toReversed());
    const kinds = (await early).map((event) => (event.type === 'run' ? event.event.type : event.type));
    expect(kinds.lastIndexOf('log')).toBeLessThan(kinds.indexOf('finished'));
    expect(kinds.lastIndexOf('changed')).toBeLessThan(kinds.indexOf('finished'));
  });

  it('ends with the service', async () => {
    const ground = await serviceOnDisk();
    const live = gathered(ground.service.live(never));
    await ground.close();
    expect(await live).toEqual([{ type: 'alive' }]);
  });
});

async function gathered(live: AsyncIterable<LiveEvent>): Promise<LiveEvent[]> {
  const events: LiveEvent[] = [];
  for await (const event of live) events.push(event);
  return events;
}
