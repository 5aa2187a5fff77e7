import crypto, { createCipheriv, randomInt } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { keyFileVault } from '../../daemon/store/secrets/key-file-vault.ts';
import { passphraseVault } from '../../daemon/store/secrets/passphrase-vault.ts';
import type { SecretStore } from '../../daemon/store/secrets/secret-store.ts';
import { Secret } from '../../daemon/secret.ts';
import { dataFolder } from '../secrets/data-folder.ts';

const header = 58;
const passphrase = new Secret('correct horse battery');
afterEach(() => vi.restoreAllMocks());

describe('the vault file', () => {
  it('is laid out byte for byte as written down', async () => {
    await using folder = await dataFolder();
    const store = passphraseVault({ folder: folder.path });
    await store.create(passphrase);
    await store.set('install/1', 'v1.x.y');
    const bytes = await readFile(join(folder.path, 'vault.bin'));
    expect(bytes.subarray(0, 8).toString('latin1')).toBe('MPVAULT\0');
    expect([bytes.readUInt16BE(8), bytes.readUInt8(10)]).toEqual([1, 1]);
    expect([bytes.readUInt32BE(11), bytes.readUInt16BE(15), bytes.readUInt8(17)]).toEqual([65536, 3, 4]);
    expect(bytes.readBigUInt64BE(34)).toBe(2n);
    expect(bytes.readUInt32BE(54)).toBe(bytes.length - header - 16);
  });

  it('written by another program after the same layout is read', async () => {
    await using folder = await dataFolder();
    const key = crypto.randomBytes(32);
    const plain = Buffer.from('{"install/1":"by hand"}');
    const head = Buffer.alloc(header);
    head.write('MPVAULT\0\0\u0001\u0002', 'latin1');
    head.writeBigUInt64BE(7n, 34);
    crypto.randomFillSync(head, 42, 12);
    head.writeUInt32BE(plain.length, 54);
    const cipher = createCipheriv('aes-256-gcm', key, head.subarray(42, 54)).setAAD(head);
    const sealed = [head, cipher.update(plain), cipher.final(), cipher.getAuthTag()];
    await writeFile(join(folder.path, 'vault.bin'), Buffer.concat(sealed), { mode: 0o600 });
    await writeFile(join(folder.path, 'vault.key'), key, { mode: 0o600 });
    expect(await keyFileVault({ folder: folder.path }).get('install/1')).toEqual({ value: 'by hand' });
  });
});

describe.each([
  ['key file', 10_000],
  ['passphrase', 1000],
] as const)('a vault with a %s', { timeout: 120_000 }, (kind, bits) => {
  it('is refused with any bit of its header flipped', async () => {
    await using ground = await vaultOf(kind);
    const sound = await readFile(ground.path);
    for (let bit = 0; bit < header * 8; bit++) await ground.refuses(flipped(sound, bit));
    await writeFile(ground.path, sound);
    expect(await ground.store.get('install/1')).toEqual({ value: 'v1.binding.password' });
  });

  it(`is refused with any of ${bits} other bits flipped`, async () => {
    await using ground = await vaultOf(kind);
    const sound = await readFile(ground.path);
    for (let tries = 0; tries < bits; tries++) {
      await ground.refuses(flipped(sound, randomInt(header * 8, sound.length * 8)));
    }
  });

  it('is refused cut off at any length, and with bytes added', async () => {
    await using ground = await vaultOf(kind);
    const sound = await readFile(ground.path);
    for (let length = 0; length < sound.length; length++) await ground.refuses(sound.subarray(0, length));
    await ground.refuses(Buffer.concat([sound, Buffer.alloc(1)]));
    await ground.refuses(Buffer.alloc(1024 * 1024 + 1));
  });
});

describe('key settings that a hand has changed', () => {
  const changes: [string, (bytes: Buffer) => unknown][] = [
    ['4 TiB of memory', (bytes) => bytes.writeUInt32BE(0xffffffff, 11)],
    ['1 GiB and 1 KiB of memory', (bytes) => bytes.writeUInt32BE(1024 * 1024 + 1, 11)],
    ['less than 19 MiB', (bytes) => bytes.writeUInt32BE(19 * 1024 - 1, 11)],
    ['no pass', (bytes) => bytes.writeUInt16BE(0, 15)],
    ['17 passes', (bytes) => bytes.writeUInt16BE(17, 15)],
    ['no lane', (bytes) => bytes.writeUInt8(0, 17)],
    ['255 lanes', (bytes) => bytes.writeUInt8(255, 17)],
    ['a kind unknown', (bytes) => bytes.writeUInt8(3, 10)],
    ['a length of 4 GiB', (bytes) => bytes.writeUInt32BE(0xffffffff, 54)],
  ];
  it.each(changes)('%s: refused before a key is derived', async (_, change) => {
    await using ground = await vaultOf('passphrase');
    const bytes = await readFile(ground.path);
    change(bytes);
    await writeFile(ground.path, bytes);
    const argon2 = vi.spyOn(crypto, 'argon2');
    const result = await passphraseVault({ folder: ground.folder }).unlock(passphrase);
    expect(result).toMatchObject({
      trouble: {
        state: 'unavailable',
        sentence: expect.objectContaining({ ru: expect.stringContaining('vault.bin.bak') }),
      },
    });
    expect(argon2).not.toHaveBeenCalled();
  });

  it('19 MiB and one pass still open: they are within bounds', async () => {
    await using ground = await vaultOf('passphrase');
    const bytes = await readFile(ground.path);
    bytes.writeUInt32BE(19 * 1024, 11);
    bytes.writeUInt16BE(1, 15);
    await writeFile(ground.path, bytes);
    // Derived, and then found to be another key than the one it was sealed with.
    expect(await passphraseVault({ folder: ground.folder }).unlock(passphrase)).toMatchObject({
      trouble: { state: 'locked' },
    });
  });
});

it('no two writes share a nonce, and each counts one generation on', { timeout: 120_000 }, async () => {
  await using ground = await vaultOf('key file');
  const nonces = new Set<string>();
  for (let write = 0; write < 1000; write++) {
    await ground.store.set('install/1', 'the same each time');
    const bytes = await readFile(ground.path);
    nonces.add(bytes.toString('hex', 42, 54));
    expect(bytes.readBigUInt64BE(34)).toBe(BigInt(write) + 3n);
  }
  expect(nonces.size).toBe(1000);
});

async function vaultOf(kind: string) {
  const folder = await dataFolder();
  const path = join(folder.path, 'vault.bin');
  let store: SecretStore;
  if (kind === 'key file') {
    const vault = keyFileVault({ folder: folder.path });
    await vault.create();
    store = vault;
  } else {
    const vault = passphraseVault({ folder: folder.path });
    await vault.create(passphrase);
    store = vault;
  }
  await store.set('install/1', 'v1.binding.password');
  return {
    store,
    path,
    folder: folder.path,
    async refuses(bytes: Buffer) {
      await writeFile(path, bytes);
      const result = await store.get('install/1');
      if (!('trouble' in result)) throw new Error(`${bytes.toString('base64')} was taken for a vault.`);
    },
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  };
}

function flipped(bytes: Buffer, bit: number): Buffer {
  const changed = Buffer.from(bytes);
  const at = Math.floor(bit / 8);
  changed.writeUInt8(changed.readUInt8(at) ^ (1 << (bit % 8)), at);
  return changed;
}
