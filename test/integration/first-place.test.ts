import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { firstPlace } from '../../daemon/service/secrets/first-place.ts';
import { keyFileVault } from '../../daemon/store/secrets/key-file-vault.ts';
import { keychainPresence } from '../../daemon/store/secrets/keychain-presence.ts';
import type { SecretBackend } from '../../shared/secret-place.ts';
import { childrenOf, storeIn } from '../secrets/keychain-in-session.ts';
import { keyring } from '../servers/keyring.ts';
import { temporaryDirectory } from '../store/temporary-directory.ts';

const faulty = new URL('../secrets/faulty-keychain.ts', import.meta.url);

test('a look whose child is ended once by a signal is repeated, and finds the keychain', async () => {
  await using session = await keyring();
  const mark = join(temporaryDirectory(), 'mark');
  const env = { ...session.env, BEHAVIOUR: 'crashes once', MARK: mark };
  expect(await keychainPresence(env, faulty)).toEqual({ found: true });
  expect(existsSync(mark)).toBe(true);
});

test('a look that crashes each time chooses nothing, and the next start looks again', async () => {
  const folder = temporaryDirectory();
  const keyFile = keyFileVault({ folder, generations: { recall: () => 0n, remember: () => undefined } });
  let recorded: SecretBackend | undefined;
  const secrets = {
    place: async () => recorded,
    setPlace: async (place: SecretBackend) => void (recorded = place),
  };
  const env = { ...process.env, BEHAVIOUR: 'crashes' };
  const first = await firstPlace({ secrets }, { folder, keyFile }, () => keychainPresence(env, faulty));
  expect(first).toMatchObject({
    backend: 'keychain',
    notices: [
      expect.stringContaining('not known yet'),
      expect.stringContaining('the next start looks again'),
    ],
  });
  expect(recorded).toBeUndefined();
  expect(existsSync(join(folder, 'vault.key'))).toBe(false);
  await firstPlace({ secrets }, { folder, keyFile }, async () => ({ found: true }));
  expect(recorded).toBe('keychain');
});

test.runIf(process.platform === 'linux')('a Ctrl-C in the terminal does not reach the child', async () => {
  await using session = await keyring();
  const store = storeIn(session.env);
  await store.get('install/1');
  const [child = 0] = childrenOf(process.pid);
  expect(groupOf(child)).toBe(child);
  await store.close();
  await expect.poll(() => childrenOf(process.pid), { timeout: 5_000 }).toEqual([]);
});

function groupOf(pid: number): number {
  return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[2]);
}
