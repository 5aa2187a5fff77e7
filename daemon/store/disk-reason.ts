import { codeOf } from './files.ts';

/** Why the disk refused, in words for a sentence about a file or folder; the code itself for what nobody has words for, and undefined for what is no answer of a disk. */
export function diskReason(error: unknown): string | undefined {
  const code = codeOf(error);
  return /^E[A-Z0-9]+$/.test(code) ? (reasons[code] ?? code) : undefined;
}

const reasons: Record<string, string> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full for this user',
  EROFS: 'the disk is mounted read-only',
  EACCES: 'no permission',
  EPERM: 'no permission',
  ENOENT: 'no such file or folder',
  ENOTDIR: 'a file stands where a folder should be',
  EISDIR: 'it is a folder',
  EIO: 'the disk reports an error of its own',
};
