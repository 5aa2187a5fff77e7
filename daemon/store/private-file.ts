import { constants, type Stats } from 'node:fs';
import { dirname } from 'node:path';
import type { Sentence } from '../sentence.ts';
import { codeOf, type Files } from './files.ts';
import { texts } from './texts.ts';

/** A file or folder that others could read or change: its sentence says which command repairs it. */
export class NotPrivate extends Error {
  override readonly name = 'NotPrivate';
  readonly sentence: Sentence;

  constructor(sentence: Sentence, options?: ErrorOptions) {
    super(sentence.en, options);
    this.sentence = sentence;
  }
}

/**
 * The whole file, `undefined` when there is none. Throws `NotPrivate` for a symbolic link, a file of somebody else, one
 * with a mode looser than 0600 or in a folder looser than 0700 (security §6), and when it is longer than `mostBytes`:
 * all before a byte is read.
 */
export async function readPrivateFile(
  path: string,
  mostBytes: number,
  files: Files,
): Promise<Buffer | undefined> {
  const folder = dirname(path);
  try {
    refuseLoose(folder, await files.lstat(folder), '700');
    const handle = await files.open(path, constants.O_RDONLY | constants.O_NOFOLLOW);
    try {
      const stats = await handle.stat();
      if (!stats.isFile()) throw new NotPrivate(texts.notOrdinary(path));
      refuseLoose(path, stats, '600');
      if (stats.size > mostBytes) {
        throw new NotPrivate(texts.tooLong(path));
      }
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    if (codeOf(error) === 'ELOOP') {
      throw new NotPrivate(texts.fileLink(path), { cause: error });
    }
    throw error;
  }
}

/** Owner and mode, where the system has them. */
function refuseLoose(path: string, { mode, uid }: Stats, allowed: '600' | '700'): void {
  if (process.getuid === undefined) return;
  if ((mode & constants.S_IFMT) === constants.S_IFLNK) {
    throw new NotPrivate(texts.folderLink(path));
  }
  const quoted = `'${path.replaceAll("'", `'\\''`)}'`;
  if (uid !== process.getuid()) {
    throw new NotPrivate(texts.othersFile(path, `sudo chown "$USER" ${quoted}`));
  }
  if ((mode & 0o077) !== 0) {
    throw new NotPrivate(texts.looseFile(path, `chmod ${allowed} ${quoted}`));
  }
}
