import { constants, openSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { destination, pino } from 'pino';
import { errorPlaces } from './error-places.ts';
import type { OperationalLog } from './operational-log.ts';

/** Above this the file is put aside at a start, in place of the one that was put aside before. */
const mostBytes = 5 * 1024 * 1024;

/** `daemon.log` of the data directory: JSON lines, mode 0600. A disk that is full or gone costs lines, and nothing else. */
export function openDaemonLog(directory: string): OperationalLog {
  const path = join(directory, 'daemon.log');
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > mostBytes) renameSync(path, `${path}.old`);
  const { O_APPEND, O_CREAT, O_NOFOLLOW, O_WRONLY } = constants;
  const fd = openSync(path, O_WRONLY | O_CREAT | O_APPEND | (O_NOFOLLOW ?? 0), 0o600);
  // Few lines, and the last one is written when the process is about to end.
  const file = destination({ fd, sync: true });
  file.on('error', () => undefined);
  return pino(
    {
      base: { pid: process.pid },
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      // pino's own would write an error's words.
      serializers: { err: errorPlaces },
    },
    file,
  );
}
