import { chmod, copyFile, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keyFileVault } from '../../daemon/store/secrets/key-file-vault.ts';
import { passphraseVault } from '../../daemon/store/secrets/passphrase-vault.ts';
import { Secret } from '../../daemon/secret.ts';
import { dataFolder } from '../secrets/data-folder.ts';

const passphrase = new Secret('correct horse battery');
const item = 'install/1';
const done = { value: undefined };

describe('a vault with a passphrase', () => {
  it('stays open until it is closed, and opens again with the passphrase alone', async () => {
    await using folder = await dataFolder();
    const vault = passphraseVault({ folder: folder.path });
    await vault.create(passphrase);
    await vault.set(item, 'value');
    await vault.close();
    expect(await vault.get(item)).toMatchObject({ trouble: { state: 'locked' } });
    expect(await vault.set(item, 'other')).toMatchObject({ trouble: { state: 'locked' } });
    expect(await vault.unlock(new Secret('correct horse batterz'))).toMatchObject({
      trouble: { state: 'locked' },
    });
    expect(await vault.unlock(passphrase)).toEqual(done);
    expect(await vault.get(item)).toEqual({ value: 'value' });
  });

  it('refuses a short passphrase, and one that does not open it leaves it open', async () => {
    await using folder = await dataFolder();
    const vault = passphraseVault({ folder: folder.path });
    const short = {
      trouble: {
        state: 'locked',
        sentence: expect.objectContaining({ en: 'A passphrase has at least 12 characters.' }),
      },
    };
    expect(await vault.create(new Secret('eleven char'))).toEqual(short);
    expect(await vault.create(passphrase)).toEqual(done);
    expect(await vault.changePassphrase(new Secret('short'))).toEqual(short);
    await vault.unlock(new Secret('correct horse batterz'));
    expect((await vault.state()).state).toBe('ready');
  });

  it('takes ü for ü, however the keyboard writes it', async () => {
    await using folder = await dataFolder();
    await passphraseVault({ folder: folder.path }).create(new Secret('über über über'));
    const again = passphraseVault({ folder: folder.path });
    expect(await again.unlock(new Secret('u\u0308ber u\u0308ber u\u0308ber'))).toEqual(done);
  });

  it('has a new salt with a new passphrase, and nothing left that the old one opens', async () => {
    await using folder = await dataFolder();
    const vault = passphraseVault({ folder: folder.path });
    await vault.create(passphrase);
    await vault.set(item, 'value');
    const salt = await saltOf(folder.path);
    expect(await vault.changePassphrase(new Secret('another passphrase'))).toEqual(done);
    expect(await saltOf(folder.path)).not.toBe(salt);
    expect(await readdir(folder.path)).toEqual(['vault.bin']);
    const again = passphraseVault({ folder: folder.path });
    expect(await again.unlock(passphrase)).toMatchObject({ trouble: { state: 'locked' } });
    expect(await again.unlock(new Secret('another passphrase'))).toEqual(done);
    expect(await again.get(item)).toEqual({ value: 'value' });
  });

  it('takes a key-file vault over, and its key file away', async () => {
    await using folder = await dataFolder();
    const before = keyFileVault({ folder: folder.path });
    await before.create();
    await before.set(item, 'value');
    const after = passphraseVault({ folder: folder.path });
    expect(await after.takeOver(passphrase)).toEqual(done);
    expect(await after.get(item)).toEqual({ value: 'value' });
    expect(await readdir(folder.path)).toEqual(['vault.bin']);
    expect(await before.get(item)).toMatchObject({ trouble: { state: 'unavailable' } });
  });

  it('is locked when another vault was put in its place', async () => {
    await using folder = await dataFolder();
    await using other = await dataFolder();
    const vault = passphraseVault({ folder: folder.path });
    await vault.create(passphrase);
    await passphraseVault({ folder: other.path }).create(passphrase);
    await copyFile(join(other.path, 'vault.bin'), join(folder.path, 'vault.bin'));
    expect(await vault.get(item)).toMatchObject({ trouble: { state: 'locked' } });
  });
});

describe('a vault with a key file', () => {
  it('says how it is protected', async () => {
    await using folder = await dataFolder();
    const vault = keyFileVault({ folder: folder.path });
    await vault.create();
    expect((await vault.state()).sentence.en).toContain('protected by file permissions only');
  });

  it('is made once: neither it nor its key is written over', async () => {
    await using folder = await dataFolder();
    const vault = keyFileVault({ folder: folder.path });
    await vault.create();
    await vault.set(item, 'value');
    expect(await vault.create()).toMatchObject({ trouble: { state: 'unavailable' } });
    expect(await vault.get(item)).toEqual({ value: 'value' });
    await rm(join(folder.path, 'vault.bin'));
    const key = await readFile(join(folder.path, 'vault.key'));
    await vault.create();
    expect(await readFile(join(folder.path, 'vault.key'))).toEqual(key);
  });

  it('warns when an older one was put back', async () => {
    await using folder = await dataFolder();
    let highest = 0n;
    const generations = {
      recall: () => highest,
      remember: (generation: bigint) => void (highest = generation),
    };
    const vault = keyFileVault({ folder: folder.path, generations });
    await vault.create();
    await vault.set(item, 'old');
    await vault.set(item, 'new');
    expect(await vault.state()).not.toHaveProperty('warning');
    await rename(join(folder.path, 'vault.bin.bak'), join(folder.path, 'vault.bin'));
    expect(await vault.state()).toMatchObject({
      state: 'ready',
      warning: { en: expect.stringContaining('older'), ru: expect.stringContaining('старее') },
    });
  });

  it('that is full refuses one more, and keeps what it has', async () => {
    await using folder = await dataFolder();
    const vault = keyFileVault({ folder: folder.path });
    await vault.create();
    await vault.set(item, 'value');
    expect(await vault.set('install/2', 'x'.repeat(1024 * 1024))).toMatchObject({
      trouble: {
        state: 'unavailable',
        sentence: expect.objectContaining({ en: expect.stringContaining('full') }),
      },
    });
    expect(await vault.get(item)).toEqual({ value: 'value' });
  });

  const faults: [string, (folder: string) => Promise<unknown>, RegExp][] = [
    ['no vault', (folder) => rm(join(folder, 'vault.bin')), /no vault/],
    ['no key', (folder) => rm(join(folder, 'vault.key')), /vault\.key.+missing/],
    ['half a key', (folder) => writeFile(join(folder, 'vault.key'), 'x'.repeat(16)), /damaged/],
    ['another key', (folder) => writeFile(join(folder, 'vault.key'), 'x'.repeat(32)), /does not open/],
    ['a vault for all to read', (folder) => chmod(join(folder, 'vault.bin'), 0o644), /chmod 600/],
    ['a key for all to read', (folder) => chmod(join(folder, 'vault.key'), 0o640), /chmod 600/],
    ['a folder for all to read', (folder) => chmod(folder, 0o755), /chmod 700/],
    ['a vault behind a link', (folder) => behindLink(join(folder, 'vault.bin')), /symbolic link/],
    ['a key behind a link', (folder) => behindLink(join(folder, 'vault.key')), /symbolic link/],
    ['a vault of a newer version', (folder) => newer(join(folder, 'vault.bin')), /update/],
  ];
  it.each(faults)('is unavailable with %s, and says why', async (_, harm, words) => {
    await using folder = await dataFolder();
    const vault = keyFileVault({ folder: folder.path });
    await vault.create();
    await vault.set(item, 'value');
    await harm(folder.path);
    for (const result of [await vault.get(item), await vault.set(item, 'other'), await vault.delete(item)]) {
      expect(result).toEqual({
        trouble: {
          state: 'unavailable',
          sentence: expect.objectContaining({ en: expect.stringMatching(words) }),
        },
      });
    }
  });
});

async function saltOf(folder: string): Promise<string> {
  return (await readFile(join(folder, 'vault.bin'))).toString('hex', 18, 34);
}

async function behindLink(path: string): Promise<void> {
  await rename(path, `${path}.elsewhere`);
  await symlink(`${path}.elsewhere`, path);
}

async function newer(path: string): Promise<void> {
  const bytes = await readFile(path);
  bytes.writeUInt16BE(2, 8);
  await writeFile(path, bytes);
}
