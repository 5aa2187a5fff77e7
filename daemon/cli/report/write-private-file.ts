import { randomBytes } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { diskReason } from '../../store/disk-reason.ts';
import { codeOf } from '../../store/files.ts';
import { CommandFailure } from '../command-failure.ts';
import { UsageError } from '../usage-error.ts';

/**
 * Writes these pieces into a new file for its owner alone; one that does not come to its end leaves nothing. With `replace` the
 * file of that name gives way when the new one is whole, with its mode and its content; a symbolic link is replaced, not followed.
 * Throws UsageError where one is there, CommandFailure where it cannot be written, and what the pieces throw.
 */
export async function writePrivateFile(
  file: string,
  pieces: Iterable<string> | AsyncIterable<string>,
  replace: boolean,
): Promise<void> {
  const place = replace ? `${file}.${randomBytes(8).toString('hex')}.new` : file;
  const handle = await told(file, open(place, 'wx', 0o600));
  try {
    await writeAll(file, handle, pieces);
    if (replace) await told(file, rename(place, file));
  } catch (error) {
    await rm(place, { force: true });
    throw error;
  }
}

async function writeAll(file: string, handle: FileHandle, pieces: Iterable<string> | AsyncIterable<string>) {
  try {
    for await (const piece of pieces) await told(file, handle.appendFile(piece));
    await told(file, handle.sync());
  } finally {
    await handle.close();
  }
}

async function told<T>(file: string, step: Promise<T>): Promise<T> {
  try {
    return await step;
  } catch (error) {
    if (codeOf(error) === 'EEXIST')
      throw new UsageError(`${file}: is there already. Add --yes to replace it.`);
    throw new CommandFailure([`${file}: cannot be written (${diskReason(error) ?? 'unwritable'}).`]);
  }
}
