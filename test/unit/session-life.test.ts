import { describe, expect, test, vi } from 'vitest';
import type { Post } from '../../shared/session/messages.ts';
import { arrive, connect, failureOf, makePair, makeSession, otherOrigin, text } from './session-ends.ts';
import { proven, works, several, another, revoke, halfOpen } from './session-steps.ts';

const minute = 60_000;
const hour = 60 * minute;

describe('a session', () => {
  test('ends after 10 idle minutes; each proven request begins them anew, a forged one does not', async () => {
    const { daemon, session } = await makeSession();
    for (let used = 0; used < 3; used++) {
      daemon.clock.nowMs += 10 * minute - 1;
      expect(await works(daemon, session)).toBe('no failure');
    }
    daemon.clock.nowMs += 9 * minute;
    const header = await session.request('POST', '/x').authorize(text('a'));
    expect(await failureOf(arrive(daemon, header, { method: 'POST', path: '/x', body: text('b') }))).toBe(
      'wrong_proof',
    );
    daemon.clock.nowMs += minute;
    expect(await works(daemon, session)).toBe('unknown_session');
  });

  test('ends after 12 hours in use', async () => {
    const { daemon, session } = await makeSession();
    for (let used = 0; used < 143; used++) {
      daemon.clock.nowMs += 5 * minute;
      expect(await works(daemon, session)).toBe('no failure');
    }
    daemon.clock.nowMs += 5 * minute;
    expect(await works(daemon, session)).toBe('unknown_session');
  });

  test('with an open stream is not idle; a stream ends with its session', async () => {
    const { daemon, session } = await makeSession();
    const onEnd = vi.fn<() => void>();
    const stream = (await proven(daemon, session)).stream(onEnd);
    daemon.clock.nowMs += hour;
    daemon.sessions.sweep();
    expect(onEnd).not.toHaveBeenCalled();
    stream.close();
    daemon.clock.nowMs += 9 * minute;
    expect(await works(daemon, session)).toBe('no failure');
    (await proven(daemon, session)).stream(onEnd);
    daemon.clock.nowMs += 12 * hour;
    daemon.sessions.sweep();
    expect(onEnd).toHaveBeenCalledOnce();
    expect(await works(daemon, session)).toBe('unknown_session');
  });

  test('ends at the client’s word', async () => {
    const { daemon, session } = await makeSession();
    const { sid } = await proven(daemon, session);
    daemon.sessions.end(sid);
    expect(await works(daemon, session)).toBe('unknown_session');
  });
});

describe('eight sessions of one client', () => {
  test('a ninth ends the longest idle one', async () => {
    const { daemon, browser } = await makePair();
    const sessions = await several(daemon, browser, 8);
    expect(await works(daemon, sessions[0])).toBe('no failure');
    sessions.push(await connect(daemon, browser));
    const outcomes = await Promise.all(sessions.map((session) => works(daemon, session)));
    expect(outcomes.map((kind, at) => (kind === 'no failure' ? [] : [at, kind])).flat()).toEqual([
      1,
      'unknown_session',
    ]);
  });

  test('with streams stay; a ninth is refused when all of them hold one', async () => {
    const { daemon, browser } = await makePair();
    const sessions = await several(daemon, browser, 8);
    const streams = await Promise.all(
      sessions.map(async (session) => (await proven(daemon, session)).stream(() => {})),
    );
    expect(await failureOf(connect(daemon, browser))).toBe('too_many');
    streams[5]?.close();
    await connect(daemon, browser);
    const outcomes = await Promise.all(sessions.map((session) => works(daemon, session)));
    expect(outcomes.indexOf('unknown_session')).toBe(5);
    expect(outcomes.filter((kind) => kind === 'no failure')).toHaveLength(7);
  });

  test('leave other clients alone', async () => {
    const { daemon, browser } = await makePair();
    const [other] = await several(daemon, await another(daemon), 1);
    await several(daemon, browser, 9);
    expect(await works(daemon, other, otherOrigin)).toBe('no failure');
  });
});

describe('revocation', () => {
  test('ends sessions and streams at once, and leaves the other clients alone', async () => {
    const { daemon, browser } = await makePair();
    const session = await connect(daemon, browser);
    const [other] = await several(daemon, await another(daemon), 1);
    const onEnd = vi.fn<() => void>();
    const begun = await proven(daemon, session);
    begun.stream(onEnd);
    revoke(daemon, begun.client.id);
    expect(onEnd).toHaveBeenCalledOnce();
    expect(await works(daemon, session)).toBe('unknown_session');
    expect(await failureOf(connect(daemon, browser))).toBe('unknown_client');
    expect(await works(daemon, other, otherOrigin)).toBe('no failure');
  });

  test('between start and finish is seen, and while the finish is verified', async () => {
    const { daemon, browser } = await makePair();
    const [[id, client] = []] = [...daemon.clients];
    if (!id || !client) throw new Error('paired');
    const before = await halfOpen(daemon, browser);
    const during = await halfOpen(daemon, browser);
    const outcome = failureOf(during);
    revoke(daemon, id);
    expect(await outcome).toBe('unknown_client');
    expect(await failureOf(before)).toBe('unknown_exchange');
  });

  test('while the start is answered is seen at the finish', async () => {
    const { daemon, browser } = await makePair();
    const [id = ''] = daemon.clients.keys();
    const post: Post = async (path, body) => {
      const answer = daemon.post()(path, body);
      await Promise.resolve();
      if (path === '/session/start') revoke(daemon, id);
      return answer;
    };
    expect(await failureOf(connect(daemon, browser, post))).toBe('unknown_client');
  });

  test('while a request is verified is seen', async () => {
    const { daemon, session } = await makeSession();
    const { client } = await proven(daemon, session);
    const outcome = works(daemon, session, undefined, () => revoke(daemon, client.id));
    expect(await outcome).toBe('unknown_session');
  });
});
