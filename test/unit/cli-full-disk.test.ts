import { expect, test, vi } from 'vitest';
import { openDaemon } from '../../daemon/cli/client/open-daemon.ts';
import { CommandFailure } from '../../daemon/cli/command-failure.ts';
import { temporaryDirectory } from '../store/temporary-directory.ts';

const answer = vi.hoisted(() => ({ code: '' }));
vi.mock(import('../../daemon/store/key-files.ts'), async (actual) => ({
  ...(await actual()),
  readDaemonPublicKey: async () => new Uint8Array(65),
  cliIdentity: async () => {
    throw Object.assign(new Error('write'), answer);
  },
}));

test.each([
  ['ENOSPC', 'the disk is full'],
  ['EROFS', 'the disk is mounted read-only'],
  ['EACCES', 'no permission'],
  ['EWILD', 'EWILD'],
])('a disk that says %s to the key of the command line is no mistake of Mailprobe', async (code, reason) => {
  answer.code = code;
  const directory = temporaryDirectory();
  await expect(openDaemon({ directory, port: undefined })).rejects.toEqual(
    new CommandFailure([`${directory}: the command line cannot keep its key there (${reason}).`]),
  );
});

test('what is no answer of a disk stays a mistake of Mailprobe', async () => {
  answer.code = 'ERR_ASSERTION';
  await expect(openDaemon({ directory: temporaryDirectory(), port: undefined })).rejects.not.toBeInstanceOf(
    CommandFailure,
  );
});
