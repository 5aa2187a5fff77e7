import { copyFile, link, lstat, open, rename, unlink } from 'node:fs/promises';

/** What the store asks of the disk, so that a test can let each step fail. */
export const disk = { copyFile, link, lstat, open, rename, unlink };
export type Files = typeof disk;

/** The code of a failed system call, such as `ENOSPC`; empty for any other thing that was thrown. */
export function codeOf(thrown: unknown): string {
  return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : '';
}
