import crypto, { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { replaceFile } from '../atomic-file.ts';
import type { Files } from '../files.ts';
import { readPrivateFile } from '../private-file.ts';
import type { Secret } from '../../secret.ts';
import { StoreProblem } from './store-problem.ts';
import type { VaultKdf } from './vault-header.ts';
import { texts } from '../texts.ts';

type Argon2Kdf = Extract<VaultKdf, { kind: 'argon2id' }>;

const fewestCharacters = 12;
const keyBytes = 32;

/** 64 MiB, 3 passes, 4 lanes, and a salt of its own for each passphrase. */
export function newArgon2Kdf(): Argon2Kdf {
  return { kind: 'argon2id', memoryKiB: 64 * 1024, passes: 3, lanes: 4, salt: randomBytes(16) };
}

/** In Unicode's NFC, since one keyboard writes ü as one character and another as two. */
export async function deriveKey(passphrase: Secret, kdf: Argon2Kdf): Promise<KeyObject> {
  // Built against an older OpenSSL, Node has no argon2.
  const argon2 = crypto.argon2 as typeof crypto.argon2 | undefined;
  if (!argon2) {
    throw new StoreProblem('unavailable', texts.noArgon2);
  }
  const settings = {
    message: passphrase.open().normalize('NFC'),
    nonce: kdf.salt,
    parallelism: kdf.lanes,
    tagLength: keyBytes,
    memory: kdf.memoryKiB,
    passes: kdf.passes,
  };
  return new Promise((resolve, reject) => {
    argon2('argon2id', settings, (error, key) => {
      if (error) reject(error);
      else resolve(createSecretKey(key));
    });
  });
}

/** Throws a `StoreProblem`. */
export function checkPassphrase(passphrase: Secret): void {
  if ([...passphrase.open().normalize('NFC')].length < fewestCharacters) {
    throw new StoreProblem('locked', texts.passphraseShort(fewestCharacters));
  }
}

/** `vault.key`: 32 random bytes. `undefined` when there is none. */
export async function readKeyFile(folder: string, files: Files): Promise<KeyObject | undefined> {
  const bytes = await readPrivateFile(join(folder, 'vault.key'), keyBytes, files);
  if (bytes && bytes.length !== keyBytes) {
    throw new StoreProblem('unavailable', texts.keyDamaged);
  }
  return bytes && createSecretKey(bytes);
}

/** Resolves after it is on disk, before anything is sealed with it. */
export async function makeKeyFile(folder: string, files: Files): Promise<KeyObject> {
  const bytes = randomBytes(keyBytes);
  await replaceFile({ path: join(folder, 'vault.key'), bytes, backup: false }, files);
  return createSecretKey(bytes);
}
