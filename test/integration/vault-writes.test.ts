import type { Sentence } from '../../daemon/sentence.ts';
import { spawnSync } from 'node:child_process';
import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { keyFileVault } from '../../daemon/store/secrets/key-file-vault.ts';
import { passphraseVault } from '../../daemon/store/secrets/passphrase-vault.ts';
import { Secret } from '../../daemon/secret.ts';
import { dataFolder } from '../secrets/data-folder.ts';
import { failingAt, watchedFiles } from '../secrets/watched-files.ts';

const item = 'install/1';
const program = fileURLToPath(new URL('../secrets/killed-writer.ts', import.meta.url));

describe('a vault whose writer is killed', { timeout: 120_000 }, () => {
  it.each([1, 2, 3, 4, 5])('holds the old or the new item, at every step (round %i)', async () => {
    const outcomes = await killAtEachStep('set', async (folder) => {
      const store = keyFileVault({ folder });
      expect(['old', 'new']).toContain(valueOf(await store.get(item)));
      expect(await store.set(item, 'next')).toEqual({ value: undefined });
    });
    expect(outcomes).toBeGreaterThanOrEqual(12);
  });

  it('holds the item or not, when it was being deleted', async () => {
    await killAtEachStep('delete', async (folder) => {
      expect(['old', undefined]).toContain(valueOf(await keyFileVault({ folder }).get(item)));
    });
  });

  it('can be made after all, when it was being made', async () => {
    await killAtEachStep(
      'create',
      async (folder) => {
        const store = keyFileVault({ folder });
        if ((await store.state()).state !== 'ready')
          expect(await store.create()).toEqual({ value: undefined });
        expect(await store.set(item, 'first')).toEqual({ value: undefined });
        expect(valueOf(await store.get(item))).toBe('first');
      },
      { empty: true },
    );
  });

  it('opens with its key file or its passphrase, when it was given one', async () => {
    await killAtEachStep('take over', async (folder) => {
      const before = keyFileVault({ folder });
      if ((await before.state()).state === 'ready') {
        expect(valueOf(await before.get(item))).toBe('old');
        return;
      }
      const after = passphraseVault({ folder });
      expect(await after.unlock(new Secret('correct horse battery'))).toEqual({ value: undefined });
      expect(valueOf(await after.get(item))).toBe('old');
    });
  });
});

describe('a disk that refuses', () => {
  it.each(['ENOSPC', 'EIO', 'EACCES'])('%s at any step is said, and loses nothing', async (code) => {
    await using folder = await dataFolder();
    const sound = keyFileVault({ folder: folder.path });
    await sound.create();
    let failed = 0;
    for (let step = 1; step <= (await stepsOfSet()); step++) {
      await sound.set(item, 'old');
      const result = await keyFileVault({ folder: folder.path, files: failingAt(step, code) }).set(
        item,
        'new',
      );
      expect(['old', 'new']).toContain(valueOf(await sound.get(item)));
      if ('value' in result) continue;
      failed++;
      expect(result.trouble).toMatchObject({
        state: 'unavailable',
        sentence: {
          en: expect.stringMatching(/^The d.+\.$/),
          ru: expect.stringMatching(/^(?:Диск|Папк[ау]) .+\.$/),
        },
      });
      expect(await readdir(folder.path)).not.toContain('vault.bin.new');
    }
    expect(failed).toBeGreaterThanOrEqual(12);
  });

  it('without hard links keeps its backup as a copy', async () => {
    await using folder = await dataFolder();
    const files = watchedFiles((name) => {
      if (name === 'link') throw Object.assign(new Error('link'), { code: 'EPERM' });
    });
    const store = keyFileVault({ folder: folder.path, files });
    await store.create();
    await store.set(item, 'one');
    expect(await store.set(item, 'two')).toEqual({ value: undefined });
    expect((await stat(join(folder.path, 'vault.bin.bak'))).mode & 0o777).toBe(0o600);
  });

  it('that holds the rest of a killed write takes the next one', async () => {
    await using folder = await dataFolder();
    const store = keyFileVault({ folder: folder.path });
    await store.create();
    await writeFile(join(folder.path, 'vault.bin.new'), 'half of a va');
    expect(await store.set(item, 'value')).toEqual({ value: undefined });
    expect(await readdir(folder.path)).not.toContain('vault.bin.new');
  });
});

it('all files are for their owner alone, whatever the umask', async () => {
  await using folder = await dataFolder();
  runWriter(folder.path, 'create');
  runWriter(folder.path, 'set');
  const names = await readdir(folder.path);
  expect(names.toSorted()).toEqual(['vault.bin', 'vault.bin.bak', 'vault.key']);
  for (const name of names) expect((await stat(join(folder.path, name))).mode & 0o777).toBe(0o600);
});

/** Returns how many steps there were to be killed at. */
async function killAtEachStep(
  change: string,
  check: (folder: string) => Promise<void>,
  { empty = false } = {},
): Promise<number> {
  for (let step = 1; ; step++) {
    await using folder = await dataFolder();
    if (!empty) {
      const store = keyFileVault({ folder: folder.path });
      await store.create();
      await store.set(item, 'old');
    }
    const { signal, stdout } = runWriter(folder.path, change, step);
    await check(folder.path);
    if (signal !== 'SIGKILL') {
      expect(JSON.parse(stdout)).not.toHaveProperty('trouble');
      return step - 1;
    }
  }
}

function runWriter(folder: string, change: string, killedAt?: number) {
  return spawnSync(process.execPath, [program, folder, change, String(killedAt)], { encoding: 'utf8' });
}

async function stepsOfSet(): Promise<number> {
  await using folder = await dataFolder();
  await keyFileVault({ folder: folder.path }).create();
  let steps = 0;
  await keyFileVault({ folder: folder.path, files: watchedFiles(() => void steps++) }).set(item, 'value');
  return steps;
}

function valueOf(
  result: { value: string | undefined } | { trouble: { sentence: Sentence } },
): string | undefined {
  return 'value' in result ? result.value : result.trouble.sentence.en;
}
