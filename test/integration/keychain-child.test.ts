import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { keychain } from '../../daemon/store/secrets/keychain.ts';
import { canaryMemory } from '../secrets/canary-memory.ts';
import { childrenOf, limits, storeIn } from '../secrets/keychain-in-session.ts';
import { keyring } from '../servers/keyring.ts';

const item = 'install/1';
const patiently = { timeout: 5_000 };

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
    await expect.poll(() => childrenOf(process.pid), patiently).toEqual([]);
    await store.close();
  });

  it('is ended when nobody needs it', async () => {
    await using session = await keyring();
    const options = { installId: 'install', canaryMemory: canaryMemory(), env: session.env };
    const store = keychain({ ...options, limits: { ...limits, idleMs: 100 } });
    await store.get(item);
    await expect.poll(() => childrenOf(process.pid), patiently).toEqual([]);
    expect(await store.get(item)).toEqual({ value: undefined });
    await store.close();
  });
});
