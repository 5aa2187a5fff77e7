import { afterEach, describe, expect, test, vi } from 'vitest';
import { clientIdOf } from '../../shared/session/identity.ts';
import type { Post } from '../../shared/session/messages.ts';
import { connect, failureOf, makeBrowser, makeDaemon, makePair, otherOrigin, port } from './session-ends.ts';
import { works, restartOf, halfOpen } from './session-steps.ts';

const hour = 3_600_000;

afterEach(() => vi.useRealTimers());

describe('a session', () => {
  test('needs a client that is paired, from the origin that it paired from', async () => {
    const { daemon, browser } = await makePair();
    expect(await failureOf(connect(daemon, await makeBrowser()))).toBe('unknown_client');
    expect(await failureOf(connect(daemon, browser, daemon.post(otherOrigin)))).toBe('wrong_origin');
    expect(await failureOf(connect(daemon, browser, daemon.post('')))).toBe('wrong_origin');
    const moved: Post = (path, body) =>
      daemon.post(path === '/session/finish' ? otherOrigin : browser.origin)(path, body);
    expect(await failureOf(connect(daemon, browser, moved))).toBe('wrong_origin');
    const unaware = { ...browser, origin: otherOrigin };
    expect(await failureOf(connect(daemon, unaware, daemon.post(browser.origin)))).toBe('wrong_daemon');
  });

  test('of the command line has no origin', async () => {
    const { daemon } = await makePair();
    const cli = await makeBrowser({ origin: '' });
    const id = 'f'.repeat(32);
    const client = { id, key: cli.identity.publicKey, origin: '', name: 'cli' };
    vi.spyOn(daemon.clients, 'get').mockImplementation(() => client);
    // The id is part of what is signed: another one does not do.
    expect(await failureOf(connect(daemon, cli))).toBe('wrong_daemon');
    client.id = await clientIdOf(client.key);
    expect(await works(daemon, await connect(daemon, cli), '')).toBe('no failure');
  });

  test('with a relay from another port is refused as wrong_port, 200 times of 200', async () => {
    const { daemon, browser } = await makePair();
    const outcomes: string[] = [];
    for (let relayed = 0; relayed < 200; relayed++) {
      const misled = { ...browser, port: 40_000 + relayed };
      // Half of the relays correct the port in the request.
      const relay: Post = (path, body) =>
        daemon.post()(path, path === '/session/start' && relayed % 2 ? { ...body, port } : body);
      outcomes.push(await failureOf(connect(daemon, misled, relay)));
    }
    expect(outcomes).toEqual(Array.from({ length: 200 }, () => 'wrong_port'));
  });

  test('with a relay that also lies about the port is refused', async () => {
    const { daemon, browser } = await makePair();
    const misled = { ...browser, port: 40_000 };
    const relay: Post = async (path, body) => {
      if (path !== '/session/start') return daemon.post()(path, body);
      return { ...((await daemon.post()(path, { ...body, port })) as object), port: 40_000 };
    };
    expect(await failureOf(connect(daemon, misled, relay))).toBe('wrong_daemon');
  });

  test('that began with another port cannot be finished', async () => {
    const { daemon, browser } = await makePair();
    const altering: Post = (path, body) =>
      daemon.post()(path, path === '/session/start' ? { ...body, port: port + 1 } : body);
    expect(await failureOf(connect(daemon, browser, altering))).toBe('unknown_exchange');
  });

  test('with another key is refused as wrong_daemon, and nothing secret was said, 200 times', async () => {
    const { daemon, browser } = await makePair();
    const fake = await makeDaemon();
    for (const [id, client] of daemon.clients) fake.clients.set(id, client);
    for (let begun = 0; begun < 200; begun++) {
      const sent: string[] = [];
      const post: Post = (path, body) => {
        sent.push(path, ...Object.keys(body));
        return fake.post()(path, body);
      };
      expect(await failureOf(connect(daemon, browser, post))).toBe('wrong_daemon');
      expect(sent).toEqual(['/session/start', 'v', 'client', 'eph', 'nonce', 'port']);
    }
  });

  test('is finished once, within 5 s, also when the wall clock jumps', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const { daemon, browser } = await makePair();
    for (const [waitedMs, outcome] of [
      [4999, 'no failure'],
      [5000, 'expired'],
    ] as const) {
      let finish: Record<string, unknown> = {};
      const slow: Post = (path, body) => {
        if (path !== '/session/finish') return daemon.post()(path, body);
        daemon.clock.nowMs += waitedMs;
        vi.setSystemTime(Date.now() - 10 * 365 * 24 * hour);
        finish = body;
        return daemon.post()(path, body);
      };
      expect(await failureOf(connect(daemon, browser, slow))).toBe(outcome);
      const again = await failureOf(daemon.post()('/session/finish', finish));
      expect(again).toBe(outcome === 'expired' ? 'expired' : 'unknown_exchange');
    }
  });

  test('is finished once, even by two messages at once, and by no recorded one', async () => {
    const { daemon, browser } = await makePair();
    const recorded: [string, Record<string, unknown>][] = [];
    const twice: Post = async (path, body) => {
      recorded.push([path, body]);
      if (path === '/session/start') return daemon.post()(path, body);
      const outcomes = await Promise.all([1, 2].map(() => failureOf(daemon.post()(path, body))));
      expect(outcomes.toSorted()).toEqual(['no failure', 'replayed']);
      return undefined;
    };
    await connect(daemon, browser, twice);
    for (const of of [daemon, await restartOf(daemon)])
      for (const [path, body] of recorded)
        expect(await failureOf(of.post()(path, body))).toBe(
          path === '/session/start' ? 'no failure' : 'unknown_exchange',
        );
  });

  test('is not finished by the signature of another session', async () => {
    const { daemon, browser } = await makePair();
    let sig: unknown;
    await connect(daemon, browser, (path, body) => {
      sig ??= body.sig;
      return daemon.post()(path, body);
    });
    const replaying: Post = (path, body) => daemon.post()(path, 'sig' in body ? { ...body, sig } : body);
    expect(await failureOf(connect(daemon, browser, replaying))).toBe('wrong_client');
  });

  test('half open gives way to the seventeenth', async () => {
    const { daemon, browser } = await makePair();
    const finishes: (() => Promise<unknown>)[] = [];
    for (let begun = 0; begun < 17; begun++) finishes.push(await halfOpen(daemon, browser));
    expect(await failureOf(finishes[0] ?? (() => {}))).toBe('unknown_exchange');
    expect(await failureOf(finishes[1] ?? (() => {}))).toBe('no failure');
    expect(await failureOf(finishes[16] ?? (() => {}))).toBe('no failure');
  });
});
