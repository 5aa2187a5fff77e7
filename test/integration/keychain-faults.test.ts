import { describe, expect, it } from 'vitest';
import { keychain } from '../../daemon/store/secrets/keychain.ts';
import type { Access, SecretStore, TroubleState } from '../../daemon/store/secrets/secret-store.ts';
import { canaryMemory } from '../secrets/canary-memory.ts';
import { limits, storeIn } from '../secrets/keychain-in-session.ts';
import { type Keyring, keyring } from '../servers/keyring.ts';

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
      await session.kill();
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
  fake('a service that D-Bus has given up', 'Timeout was reached', 'timeout', /did not answer/),
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
    expect(trouble).toEqual({
      state,
      sentence: { en: expect.stringMatching(words), ru: expect.stringMatching(/[а-яё]{5}/) },
    });
    await store.close();
  });
});

function fake(name: string, behaviour: string, state: TroubleState, words: RegExp): Fault {
  const env = { ...process.env, BEHAVIOUR: behaviour };
  const options = { installId: 'install', canaryMemory: canaryMemory(), env, limits, program };
  return { name, state, words, store: async () => keychain(options) };
}
