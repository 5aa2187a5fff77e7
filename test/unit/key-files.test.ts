import { chmodSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { disk, type Files } from '../../daemon/store/files.ts';
import {
  cliIdentity,
  daemonIdentity,
  readCliPublicKey,
  readDaemonPublicKey,
} from '../../daemon/store/key-files.ts';
import { sign, verifySignature } from '../../shared/session/identity.ts';
import { temporaryDirectory } from '../store/temporary-directory.ts';

const holders = [
  ['daemon', daemonIdentity, readDaemonPublicKey],
  ['cli', cliIdentity, readCliPublicKey],
] as const;

test.each(holders)(
  '%s: the key is made once, private, and its public half beside it',
  async (name, own, read) => {
    const directory = temporaryDirectory();
    expect(await read(directory)).toBeUndefined();
    const first = await own(directory);
    const second = await own(directory);
    expect(second.publicKey).toEqual(first.publicKey);
    expect(await read(directory)).toEqual(first.publicKey);
    expect(await verifySignature(first.publicKey, await sign(second, 'x'), 'x')).toBe(true);
    expect(readdirSync(directory).toSorted()).toEqual([`${name}.key`, `${name}.pub`]);
    for (const file of readdirSync(directory))
      expect(statSync(join(directory, file)).mode & 0o777).toBe(0o600);
  },
);

test('of many first uses at once all have the same key, and nothing is left behind', async () => {
  const directory = temporaryDirectory();
  const keys = await Promise.all(Array.from({ length: 16 }, () => cliIdentity(directory)));
  expect(new Set(keys.map(({ publicKey }) => publicKey.join())).size).toBe(1);
  expect(await readCliPublicKey(directory)).toEqual(keys[0]?.publicKey);
  expect(readdirSync(directory).toSorted()).toEqual(['cli.key', 'cli.pub']);
});

test('a new key is on disk under its name before anyone relies on it', async () => {
  const directory = temporaryDirectory();
  const steps: string[] = [];
  const files: Files = {
    ...disk,
    link: async (from, to) => {
      steps.push('named');
      await disk.link(from, to);
    },
    open: async (path, ...how) => {
      if (path === directory) steps.push('folder synced');
      return disk.open(path, ...how);
    },
  };
  await daemonIdentity(directory, files);
  expect(steps).toEqual(['named', 'folder synced', 'named', 'folder synced']);
});

test.each(['cli.key', 'cli.pub'])(
  '%s that others can read is refused with the command that repairs it',
  async (file) => {
    const directory = temporaryDirectory();
    await cliIdentity(directory);
    const path = join(directory, file);
    chmodSync(path, 0o640);
    await expect(cliIdentity(directory)).rejects.toThrow(`chmod 600 '${path}'`);
    chmodSync(path, 0o600);
    await cliIdentity(directory);
  },
);

test('a folder that others can read, and a link, are refused', async () => {
  const directory = temporaryDirectory();
  await cliIdentity(directory);
  chmodSync(directory, 0o755);
  await expect(readCliPublicKey(directory)).rejects.toThrow(`chmod 700 '${directory}'`);
  chmodSync(directory, 0o700);
  const path = join(directory, 'cli.pub');
  const elsewhere = join(temporaryDirectory(), 'cli.pub');
  writeFileSync(elsewhere, readFileSync(path), { mode: 0o600 });
  rmSync(path);
  symlinkSync(elsewhere, path);
  await expect(readCliPublicKey(directory)).rejects.toThrow('symbolic link');
});

test.each(['', '{}', 'x', '{"kty":"EC"}'])('a key of %j is never replaced in silence', async (text) => {
  const directory = temporaryDirectory();
  const path = join(directory, 'daemon.key');
  writeFileSync(path, text, { mode: 0o600 });
  await expect(daemonIdentity(directory)).rejects.toThrow(`rm '${path}'`);
  expect(readFileSync(path, 'utf8')).toBe(text);
});

test('a public half of another key is put right by who holds the key, and damage is told to who does not', async () => {
  const directory = temporaryDirectory();
  const { publicKey } = await daemonIdentity(directory);
  const path = join(directory, 'daemon.pub');
  writeFileSync(path, 'AAAA\n');
  await expect(readDaemonPublicKey(directory)).rejects.toThrow('damaged');
  await daemonIdentity(directory);
  expect(await readDaemonPublicKey(directory)).toEqual(publicKey);
});
