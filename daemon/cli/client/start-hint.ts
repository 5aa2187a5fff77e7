import { resolve } from 'node:path';
import { usualDataDirectory } from '../../store/usual-data-directory.ts';
import type { DaemonPlace } from '../options/daemon-options.ts';

/** The port of a daemon that was told none (contract §5). */
export const usualPort = 47_600;

/** The command that starts the daemon of this place, for a person to type. */
export function startCommandOf({ directory, port }: DaemonPlace): string {
  const words = ['npx', 'mailprobe', 'start'];
  if (directory !== resolve(usualDataDirectory())) words.push('--data-dir', shellWord(directory));
  if (port !== undefined && port !== usualPort) words.push('--port', String(port));
  return words.join(' ');
}

/** A word as the shell of this system takes it. */
function shellWord(text: string): string {
  if (/^[\w./:\\-]+$/.test(text)) return text;
  return process.platform === 'win32' ? `"${text}"` : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
