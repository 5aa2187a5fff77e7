import { expect, it } from 'vitest';
import { Secret } from '../../daemon/secret.ts';
import { Runs } from '../../daemon/service/tests/runs.ts';
import type { TestEvent } from '../../shared/event.ts';
import { type Id, idSource } from '../../shared/id.ts';
import { scriptedServer } from '../servers/scripted-server.ts';
import { imapScript } from '../servers/scripts/imap.ts';
import { silence, step } from '../servers/steps.ts';
import { settingsOf } from '../walk.ts';

const account = { username: 'ann@mail.test', password: 'hunter2-secret', messageIds: ['4', '9'] };
const never = new AbortController().signal;

function ordersFor(port: number, server = '127.0.0.1') {
  return {
    settings: settingsOf({ type: 'imap', security: 'plain', server, port, ...account }),
    password: async () => new Secret(account.password),
  };
}

const nextId = idSource(Date.now);

function begin(runs: Runs, port: number): Id {
  const id = nextId();
  void runs.start(id, ordersFor(port));
  return id;
}

async function all(events: AsyncIterable<TestEvent> | undefined): Promise<TestEvent[]> {
  const seen: TestEvent[] = [];
  for await (const event of events ?? []) seen.push(event);
  return seen;
}

it('a run goes on when nobody follows it, and tells everything to whoever comes later', async () => {
  await using server = await scriptedServer(imapScript({ ...account, security: 'plain' }));
  const runs = new Runs();
  const id = begin(runs, server.port);
  const early = await all(runs.record(id)?.follow(never));
  const late = await all(runs.record(id)?.follow(never));
  expect(early.at(-1)).toMatchObject({ type: 'finished', verdict: 'passed', ids: { count: 2 } });
  expect(late).toEqual(early);
});

it('a run that breaks off tells what broke it, and has an end', async () => {
  await using server = await scriptedServer(imapScript({ ...account, security: 'plain' }));
  const broken: unknown[] = [];
  const runs = new Runs({ broken: (id, error) => broken.push(id, error) });
  const id = nextId();
  const mistake = new Error('A mistake of ours.');
  const seen = async ({ type }: TestEvent) => {
    if (type === 'passed') throw mistake;
  };
  await runs.start(id, { ...ordersFor(server.port), seen });
  expect((await all(runs.record(id)?.follow(never))).at(-1)).toMatchObject({ verdict: 'cancelled' });
  expect(broken).toEqual([id, mistake]);
});

it('a follower that turns away leaves the run alone', async () => {
  await using server = await scriptedServer(
    imapScript({ ...account, security: 'plain', on: { LOGIN: silence() } }),
  );
  const runs = new Runs();
  const id = begin(runs, server.port);
  const leaving = new AbortController();
  const following = all(runs.record(id)?.follow(leaving.signal));
  setTimeout(() => leaving.abort(), 100);
  expect((await following).some(({ type }) => type === 'finished')).toBe(false);
  expect(runs.record(id)?.finished).toBe(false);
  expect(runs.cancel(id)).toBe(true);
  expect((await all(runs.record(id)?.follow(never))).at(-1)).toMatchObject({ verdict: 'cancelled' });
  expect(runs.cancel(id)).toBe(false);
});

it('at most two tests run at once against one server; others wait, and may be cancelled while they do', async () => {
  const { promise: later, resolve: answer } = Promise.withResolvers<void>();
  await using server = await scriptedServer(
    imapScript({ ...account, security: 'plain', on: { LOGIN: [step('wait', () => later), 'NO Later'] } }),
  );
  const runs = new Runs();
  const ids = Array.from({ length: 5 }, () => begin(runs, server.port));
  // The first test also loads its library; the first two then wait for their login.
  await expect.poll(() => server.connections.length, { timeout: 5_000 }).toBe(2);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(server.connections).toHaveLength(2);
  const [, , , , last = ''] = ids;
  runs.cancel(last);
  answer();
  const ends = await Promise.all(ids.map(async (id) => (await all(runs.record(id)?.follow(never))).at(-1)));
  expect(ends.map((end) => end?.type === 'finished' && end.verdict)).toEqual([
    'failed',
    'failed',
    'failed',
    'failed',
    'cancelled',
  ]);
  expect(server.connections).toHaveLength(4);
});

it('a run is forgotten ten minutes after its end', async () => {
  await using server = await scriptedServer(imapScript({ ...account, security: 'plain' }));
  let now = 0;
  const runs = new Runs({ nowMs: () => now });
  const id = begin(runs, server.port);
  await all(runs.record(id)?.follow(never));
  await new Promise((resolve) => setImmediate(resolve));
  now = 11 * 60 * 1000;
  await all(runs.record(begin(runs, server.port))?.follow(never));
  expect(runs.record(id)).toBeUndefined();
});
