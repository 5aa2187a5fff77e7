import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { dirname } from 'node:path';
import { syncFolder } from './atomic-file.ts';
import { codeOf, type Files } from './files.ts';

/**
 * Puts a whole file of mode 0600 where none is: of several at once exactly one succeeds, and nobody ever reads half of
 * it. Resolves after it is on disk; false when something stands there already, which is left as it is.
 */
export async function createPrivateFile(path: string, text: string, files: Files): Promise<boolean> {
  const { O_CREAT, O_EXCL, O_WRONLY } = constants;
  const temporary = `${path}.${randomBytes(8).toString('hex')}.new`;
  const handle = await files.open(temporary, O_WRONLY | O_CREAT | O_EXCL, 0o600);
  try {
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    // Unlike a rename, a link never replaces what is there.
    await files.link(temporary, path);
    await syncFolder(dirname(path), files);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await files.unlink(temporary);
  }
}
