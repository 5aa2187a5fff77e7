import { existsSync } from 'node:fs';
import { lookup } from 'node:dns/promises';
import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { childrenOf, limits, storeIn } from '../secrets/keychain-in-session.ts';
import { keyring } from '../servers/keyring.ts';

const item = 'install/1';
const patiently = { timeout: 5_000 };

describe('while the keychain hangs', () => {
  it('the event loop, names and files are served, and those in line wait no longer than alone', async () => {
    await using session = await keyring();
    session.signal('SIGSTOP');
    const store = storeIn(session.env);
    const begun = performance.now();
    const answers = Promise.all(['1', '2', '3', '4', '5'].map((id) => store.get(`install/${id}`)));
    let latest = performance.now();
    let longest = 0;
    const beat = setInterval(() => {
      longest = Math.max(longest, performance.now() - latest);
      latest = performance.now();
    }, 5);
    await pause(500);
    const asked = performance.now();
    await lookup('localhost');
    await readFile('/etc/hostname');
    expect(performance.now() - asked).toBeLessThan(limits.deadlineMs / 2);
    await answers;
    clearInterval(beat);
    expect(performance.now() - begun).toBeLessThan(limits.deadlineMs + 1000);
    expect(longest).toBeLessThan(limits.deadlineMs / 2);
  });

  it('nobody is asked again for a while, but for a person', async () => {
    await using session = await keyring();
    session.signal('SIGSTOP');
    const store = storeIn(session.env);
    await store.get(item);
    session.signal('SIGCONT');
    const begun = performance.now();
    expect(await store.get(item)).toMatchObject({ trouble: { state: 'timeout' } });
    expect(performance.now() - begun).toBeLessThan(limits.deadlineMs / 2);
    expect(await store.set(item, 'value', { userAct: true })).toEqual({ value: undefined });
    expect(await store.get(item)).toEqual({ value: 'value' });
    await store.close();
  });

  it('a person is given more time, and may stop waiting', async () => {
    await using session = await keyring();
    session.signal('SIGSTOP');
    const store = storeIn(session.env);
    const patient = store.get(item, { userAct: true });
    await pause(limits.deadlineMs + 300);
    session.signal('SIGCONT');
    expect(await patient).toEqual({ value: undefined });
    session.signal('SIGSTOP');
    const signal = AbortSignal.timeout(200);
    expect(await store.get(item, { userAct: true, signal })).toMatchObject({
      trouble: { state: 'dismissed' },
    });
    session.signal('SIGCONT');
    expect(await store.get(item)).toEqual({ value: undefined });
    await store.close();
  });
});

describe('a keychain that comes back', () => {
  it('after a restart in the middle of a call', async () => {
    await using session = await keyring();
    const store = storeIn(session.env);
    await store.set(item, 'value');
    session.signal('SIGSTOP');
    const cut = store.get(item);
    await pause(500);
    await session.kill();
    expect(await cut).toMatchObject({ trouble: { state: 'crashed' } });
    await session.start();
    expect(await store.get(item, { userAct: true })).toEqual({ value: 'value' });
    await store.close();
  });

  it('after a restart between two calls', async () => {
    await using session = await keyring();
    const store = storeIn(session.env);
    await store.set(item, 'value');
    await session.kill();
    await session.start();
    await store.get(item, { userAct: true });
    expect(await store.get(item, { userAct: true })).toEqual({ value: 'value' });
    await store.close();
  });

  it('after its child was killed', async () => {
    await using session = await keyring();
    const store = storeIn(session.env);
    await store.set(item, 'value');
    const children = childrenOf(process.pid);
    expect(children).toHaveLength(1);
    for (const pid of children) process.kill(pid, 'SIGKILL');
    // A child that is gone from there was noticed.
    await expect.poll(() => children.filter((pid) => existsSync(`/proc/${pid}`)), patiently).toEqual([]);
    expect(await store.get(item)).toEqual({ value: 'value' });
    await store.close();
  });

  it('emptied: a password that is typed again is enough', async () => {
    await using session = await keyring();
    const store = storeIn(session.env, true);
    expect(await store.get(item)).toMatchObject({ trouble: { state: 'locked' } });
    expect(await store.set(item, 'value', { userAct: true })).toEqual({ value: undefined });
    expect(await store.get('install/2')).toEqual({ value: undefined });
    await store.close();
  });
});
