import { lookup } from 'node:dns/promises';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { keychain } from '../../daemon/store/secrets/keychain.ts';
import type { Access, SecretStore, TroubleState } from '../../daemon/store/secrets/secret-store.ts';
import { canaryMemory } from '../secrets/canary-memory.ts';
import { type Keyring, keyring } from '../servers/keyring.ts';

// The real deadline is 10 s; the same code with a shorter one.
const limits = { deadlineMs: 2000, promptMs: 4000, refusalMs: 3000 };
const item = 'install/1';
const program = new URL('../secrets/faulty-keychain.ts', import.meta.url);

const calls: [string, (store: SecretStore, access?: Access) => Promise<object>][] = [
  ['state', (store, access) => store.state(access)],
  ['get', (store, access) => store.get(item, access)],
  ['set', (store, access) => store.set(item, 'value', access)],
  ['delete', (store, access) => store.delete('install/unknown', access)],
  ['get of another', (store, access) => store.get('install/2', access)],
];

interface Fault {
  name: string;
  state: TroubleState;
  words: RegExp;
  /** A store whose every call meets the fault. */
  store(session: Keyring): Promise<SecretStore>;
}

const faults: Fault[] = [
  {
    name: 'no D-Bus',
    state: 'unavailable',
    words: /outside a desktop session/,
    store: async ({ env }) => storeIn({ PATH: env['PATH'], HOME: env['HOME'] }),
  },
  {
    name: 'a bus that is gone',
    state: 'unavailable',
    words: /outside a desktop session/,
    store: async ({ env }) => storeIn({ ...env, DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent/bus' }),
  },
  {
    name: 'a bus without the service',
    state: 'unavailable',
    words: /no keychain service/,
    async store(session) {
      session.signal('SIGKILL');
      await pause(100);
      return storeIn(session.env);
    },
  },
  {
    name: 'a locked keyring',
    state: 'locked',
    words: /is locked/,
    async store(session) {
      const store = storeIn(session.env);
      await store.set(item, 'value');
      await session.lock();
      return store;
    },
  },
  {
    name: 'a service that hangs',
    state: 'timeout',
    words: /did not answer in time/,
    async store(session) {
      session.signal('SIGSTOP');
      return storeIn(session.env);
    },
  },
  fake('an unlock prompt that is dismissed', 'The prompt was dismissed', 'dismissed', /was dismissed/),
  fake('a crash of the binding', 'crashes', 'crashed', /ended the program/),
  fake(
    'a binding that is not there',
    `MODULE_NOT_FOUND: Cannot find module 'keytar'`,
    'unavailable',
    /not installed/,
  ),
  fake('a keychain that keeps nothing', 'forgets', 'unavailable', /does not keep/),
  fake('words that nobody knows', 'Ukendt fejl\u001b[31m', 'unavailable', /Ukendt fejl\\x1b/),
];

describe.each(faults)('a keychain with $name', ({ state, words, store: open }) => {
  it.each(calls)(`answers %s with ${state} before the deadline has long passed`, async (_, call) => {
    await using session = await keyring();
    const store = await open(session);
    const begun = performance.now();
    const answer = await call(store);
    expect(performance.now() - begun).toBeLessThan(limits.deadlineMs + 1000);
    const trouble = 'trouble' in answer ? answer.trouble : answer;
    expect(trouble).toEqual({ state, sentence: expect.stringMatching(words) });
    await store.close();
  });
});

describe('while the keychain hangs', () => {
  it('the event loop, names and files are served, and those in line wait no longer than alone', async () => {
    await using session = await keyring();
    session.signal('SIGSTOP');
    const store = storeIn(session.env);
    const begun = performance.now();
    const answers = Promise.all(calls.map(([, call]) => call(store)));
    let latest = performance.now();
    let longest = 0;
    const beat = setInterval(() => {
      longest = Math.max(longest, performance.now() - latest);
      latest = performance.now();
    }, 5);
    await pause(500);
    const asked = performance.now();
    await lookup('localhost');
    readFileSync('/etc/hostname');
    expect(performance.now() - asked).toBeLessThan(200);
    await answers;
    clearInterval(beat);
    expect(performance.now() - begun).toBeLessThan(limits.deadlineMs + 1000);
    expect(longest).toBeLessThan(200);
  });

  it('nobody is asked again for a while, but for a person', async () => {
    await using session = await keyring();
    session.signal('SIGSTOP');
    const store = storeIn(session.env);
    await store.get(item);
    session.signal('SIGCONT');
    const begun = performance.now();
    expect(await store.get(item)).toMatchObject({ trouble: { state: 'timeout' } });
    expect(performance.now() - begun).toBeLessThan(50);
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
    await pause(200);
    session.signal('SIGKILL');
    expect(await cut).toMatchObject({ trouble: { state: 'crashed' } });
    await session.start();
    expect(await store.get(item, { userAct: true })).toEqual({ value: 'value' });
    await store.close();
  });

  it('after a restart between two calls', async () => {
    await using session = await keyring();
    const store = storeIn(session.env);
    await store.set(item, 'value');
    session.signal('SIGKILL');
    await session.start();
    await store.get(item, { userAct: true });
    expect(await store.get(item, { userAct: true })).toEqual({ value: 'value' });
    await store.close();
  });

  it('after its child was killed', async () => {
    await using session = await keyring();
    const store = storeIn(session.env);
    await store.set(item, 'value');
    for (const pid of childrenOf(process.pid)) process.kill(pid, 'SIGKILL');
    await pause(100);
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

describe('the child with keytar', () => {
  it('shows no value in its arguments or environment, opens no inspector and leaves no core', async () => {
    await using session = await keyring();
    const store = storeIn({ ...session.env, NODE_OPTIONS: '--inspect=0' });
    await store.set(item, 'v1.binding.c2VjcmV0');
    const [pid = 0] = childrenOf(process.pid);
    const seen = ['cmdline', 'environ'].map((file) => readFileSync(`/proc/${pid}/${file}`, 'utf8')).join('');
    expect(seen).toContain('keychain-child');
    expect(seen).not.toContain('c2VjcmV0');
    expect(seen).not.toContain('inspect');
    expect(readFileSync(`/proc/${pid}/coredump_filter`, 'utf8').trim()).toMatch(/^0+$/);
    await store.close();
  });

  it('does not outlive a hanging call, nor the store', async () => {
    await using session = await keyring();
    const store = storeIn(session.env);
    await store.get(item);
    expect(childrenOf(process.pid)).toHaveLength(1);
    session.signal('SIGSTOP');
    await store.get('install/2');
    await pause(100);
    expect(childrenOf(process.pid)).toEqual([]);
    await store.close();
  });

  it('is ended when nobody needs it', async () => {
    await using session = await keyring();
    const options = { installId: 'install', canaryMemory: canaryMemory(), env: session.env };
    const store = keychain({ ...options, limits: { ...limits, idleMs: 100 } });
    await store.get(item);
    await pause(400);
    expect(childrenOf(process.pid)).toEqual([]);
    expect(await store.get(item)).toEqual({ value: undefined });
    await store.close();
  });
});

function storeIn(env: NodeJS.ProcessEnv, canaryWritten = false): SecretStore {
  return keychain({ installId: 'install', canaryMemory: canaryMemory(canaryWritten), env, limits });
}

function fake(name: string, behaviour: string, state: TroubleState, words: RegExp): Fault {
  const env = { ...process.env, BEHAVIOUR: behaviour };
  const options = { installId: 'install', canaryMemory: canaryMemory(), env, limits, program };
  return { name, state, words, store: async () => keychain(options) };
}

/** Processes that run `keychain-child.ts` for this one. */
function childrenOf(parent: number): number[] {
  const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return ids.map(Number).filter((pid) => isChild(pid, parent));
}

function isChild(pid: number, parent: number): boolean {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ');
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return status?.[1] === String(parent) && status[0] !== 'Z' && command.includes('keychain-child');
  } catch {
    return false;
  }
}
