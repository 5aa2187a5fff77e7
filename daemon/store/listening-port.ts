import { join } from 'node:path';
import { replaceFile } from './atomic-file.ts';
import { disk } from './files.ts';
import { readPrivateFile } from './private-file.ts';

/** Under this name the daemon leaves the port that it listens on. */
const portFile = 'daemon.port';

/** The port of the daemon that was started last, for the command line: a hint, since the daemon proves itself by its key. */
export async function readListeningPort(directory: string): Promise<number | undefined> {
  const text = (await readPrivateFile(join(directory, portFile), 16, disk))?.toString('latin1').trim() ?? '';
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  return port >= 1 && port <= 65_535 ? port : undefined;
}

export async function writeListeningPort(directory: string, port: number): Promise<void> {
  const bytes = Buffer.from(`${port}\n`);
  await replaceFile({ path: join(directory, portFile), bytes, backup: false }, disk);
}
