import { join } from 'node:path';
import { fromBase64url, toBase64url } from '../../shared/session/base64url.ts';
import { generateIdentityFile, type Identity, readIdentity } from '../../shared/session/identity.ts';
import type { Bytes } from '../../shared/session/web-crypto.ts';
import { createPrivateFile } from './create-private-file.ts';
import { codeOf, disk, type Files } from './files.ts';
import { NotPrivate, readPrivateFile } from './private-file.ts';
import { texts } from './texts.ts';

/** What the daemon proves itself with: `daemon.key` and `daemon.pub`, made at the first start. Throws `NotPrivate`. */
export function daemonIdentity(directory: string, files: Files = disk): Promise<Identity> {
  return identityIn(directory, 'daemon', files);
}

/** Whether `daemon.key` is there; what is in it is not looked at. */
export async function hasDaemonKey(directory: string, files: Files = disk): Promise<boolean> {
  try {
    await files.lstat(join(directory, 'daemon.key'));
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

/** What the command line proves itself with: `cli.key` and `cli.pub`, made on first use. Throws `NotPrivate`. */
export function cliIdentity(directory: string, files: Files = disk): Promise<Identity> {
  return identityIn(directory, 'cli', files);
}

/** The 65 bytes of the daemon's public key; `undefined` before its first start. Throws `NotPrivate`. */
export function readDaemonPublicKey(directory: string, files: Files = disk): Promise<Bytes | undefined> {
  return publicKeyIn(directory, 'daemon', files);
}

/** The 65 bytes of the command line's public key; `undefined` before its first use. Throws `NotPrivate`. */
export function readCliPublicKey(directory: string, files: Files = disk): Promise<Bytes | undefined> {
  return publicKeyIn(directory, 'cli', files);
}

type Holder = 'daemon' | 'cli';

/** A key is 240 characters long, its public half 88. */
const mostBytes = 1024;

async function identityIn(directory: string, holder: Holder, files: Files): Promise<Identity> {
  const path = join(directory, `${holder}.key`);
  let text = await textOf(path, files);
  if (text === undefined) {
    const made = await generateIdentityFile();
    await createPrivateFile(path, made.text, files);
    // Whoever was faster has made the one that counts.
    text = (await textOf(path, files)) ?? '';
  }
  const identity = await readIdentity(text).catch((error: unknown) => {
    throw damaged(path, error);
  });
  await keepPublicHalf(join(directory, `${holder}.pub`), `${toBase64url(identity.publicKey)}\n`, files);
  return identity;
}

/** One that belongs to another key would shut every client out. */
async function keepPublicHalf(path: string, text: string, files: Files): Promise<void> {
  const there = await textOf(path, files);
  if (there === text) return;
  if (there !== undefined) await files.unlink(path);
  await createPrivateFile(path, text, files);
}

async function publicKeyIn(directory: string, holder: Holder, files: Files): Promise<Bytes | undefined> {
  const path = join(directory, `${holder}.pub`);
  const text = await textOf(path, files);
  if (text === undefined) return undefined;
  const key = fromBase64url(text.trimEnd());
  if (key?.length !== 65 || key[0] !== 4) throw damaged(path);
  return key;
}

async function textOf(path: string, files: Files): Promise<string | undefined> {
  return (await readPrivateFile(path, mostBytes, files))?.toString('utf8');
}

function damaged(path: string, cause?: unknown): NotPrivate {
  const quoted = `'${path.replaceAll("'", String.raw`'\''`)}'`;
  return new NotPrivate(texts.damagedKey(path, `rm ${quoted}`), { cause });
}
