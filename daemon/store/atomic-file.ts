import { constants } from 'node:fs';
import { dirname } from 'node:path';
import { codeOf, type Files } from './files.ts';

export interface Replacement {
  path: string;
  bytes: Uint8Array;
  /** Keeps the file as it was before under `<path>.bak`. */
  backup: boolean;
}

/**
 * Replaces a file so that at every moment the old or the new one stands under its name, mode 0600. Resolves after the
 * new one is on disk (security §4); rejects with the error of the system call, the old file then being in place, or
 * the new one if only the last step failed.
 */
export async function replaceFile({ path, bytes, backup }: Replacement, files: Files): Promise<void> {
  const temporary = `${path}.new`;
  await removeIfThere(temporary, files);
  try {
    await writeNew(temporary, bytes, files);
    if (backup) await keepBackup(path, files);
    await files.rename(temporary, path);
  } catch (error) {
    await files.unlink(temporary).catch(() => undefined);
    throw error;
  }
  await syncFolder(dirname(path), files);
}

/** Also for files that another step has left behind. */
export async function removeIfThere(path: string, files: Files): Promise<void> {
  await files.unlink(path).catch((error: unknown) => {
    if (codeOf(error) !== 'ENOENT') throw error;
  });
}

/** O_EXCL: what somebody else has put there, a symbolic link too, is never written to. */
async function writeNew(path: string, bytes: Uint8Array, files: Files): Promise<void> {
  const { O_CREAT, O_EXCL, O_WRONLY } = constants;
  const handle = await files.open(path, O_WRONLY | O_CREAT | O_EXCL, 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A second name for the old file: unlike a copy it is never half written. */
async function keepBackup(path: string, files: Files): Promise<void> {
  const backup = `${path}.bak`;
  await removeIfThere(backup, files);
  await files.link(path, backup).catch(async (error: unknown) => {
    if (codeOf(error) === 'ENOENT') return;
    // FAT and some network drives have no hard links.
    if (!['EPERM', 'ENOTSUP', 'ENOSYS', 'EMLINK'].includes(codeOf(error))) throw error;
    await copyIfThere(path, backup, files);
  });
}

async function copyIfThere(path: string, copy: string, files: Files): Promise<void> {
  await files.copyFile(path, copy, constants.COPYFILE_EXCL).catch((error: unknown) => {
    if (codeOf(error) !== 'ENOENT') throw error;
  });
}

/** The new name is on disk only when its folder is. Windows has no such call, and does not need it. */
export async function syncFolder(folder: string, files: Files): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await files.open(folder, constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
