import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { prepareDataDirectory } from '../../daemon/store/data-directory.ts';
import type { PlainStoreError } from '../../daemon/store/store-error.ts';
import { temporaryDirectory } from '../store/temporary-directory.ts';
import { unprivileged } from '../store/unprivileged.ts';

const person = unprivileged();

vi.setConfig({ testTimeout: 60_000 });

test('a place where no folder can be made is refused, and not tried for ever', () => {
  expect(() => prepareDataDirectory('/proc/mailprobe/data')).toThrow(
    expect.objectContaining({ kind: 'directory_unusable' }),
  );
});

test('under umask 000 all that is made is its owner’s alone', async () => {
  const directory = join(person.home(), 'deep', "Ada's data");
  const program = person.start('serve', directory, '000');
  expect(saidIn(await program.first)).toEqual({ kind: 'serving' });
  const modes = Object.fromEntries(
    ['', ...readdirSync(directory, { recursive: true, encoding: 'utf8' })].map((name) => {
      const status = lstatSync(join(directory, name));
      const daily = name.replace(/(daily)-.*(\.db)/, '$1$2');
      return [daily, (status.mode & 0o7777).toString(8)];
    }),
  );
  expect(modes).toEqual({
    '': '700',
    'lock.db': '600',
    'mailprobe.db': '600',
    'mailprobe.db-reserve': '600',
    'mailprobe.db-wal': '600',
    'mailprobe.db-shm': '600',
    backups: '700',
    'backups/daily.db': '600',
  });
  program.child.stdin?.end();
  expect(await program.outcome).toMatchObject({ code: 0, stderr: '' });
});

test.each(['', 'mailprobe.db', 'lock.db', 'backups'])(
  'an open mode on "%s" is refused, and the command in the refusal repairs it',
  async (name) => {
    const directory = join(person.home(), "it's here");
    await served(directory);
    const path = join(directory, name);
    for (const bit of [0o040, 0o002]) {
      chmodSync(path, (lstatSync(path).mode & 0o777) | bit);
      const refusal = await said(directory);
      expect(refusal).toMatchObject({
        kind: 'directory_loose',
        message: expect.stringContaining('is open to other users (mode 0'),
      });
      execFileSync('sh', ['-c', refusal.repair ?? 'false']);
    }
    expect(await said(directory)).toEqual({ kind: 'serving' });
  },
);

test('a symbolic link in the directory’s place is refused; the command names the real place', async () => {
  const home = person.home();
  await served(join(home, 'real'));
  symlinkSync(join(home, 'real'), join(home, 'link'));
  expect(await said(join(home, 'link'))).toMatchObject({
    kind: 'directory_link',
    repair: `npx mailprobe start --data-dir '${join(home, 'real')}'`,
  });
  expect(await said(join(home, 'link', ''))).toMatchObject({ kind: 'directory_link' });
  symlinkSync(join(home, 'nowhere'), join(home, 'dangling'));
  expect(await said(join(home, 'dangling'))).toMatchObject({ kind: expect.stringContaining('directory_') });
});

test('a symbolic link inside the directory is refused, and what it points to stays as it is', async () => {
  const home = person.home();
  await served(join(home, 'data'));
  writeFileSync(join(home, 'elsewhere'), 'mine');
  symlinkSync(join(home, 'elsewhere'), join(home, 'data', 'mailprobe.db-journal'));
  if (person.isRoot) lchownSync(join(home, 'data', 'mailprobe.db-journal'), 65_534, 65_534);
  const refusal = await said(join(home, 'data'));
  expect(refusal).toMatchObject({ kind: 'directory_link' });
  execFileSync('sh', ['-c', refusal.repair ?? 'false']);
  expect(await said(join(home, 'data'))).toEqual({ kind: 'serving' });
});

test.runIf(person.isRoot)('a directory of another user is refused', async () => {
  const directory = join(person.home(), 'data');
  mkdirSync(directory, { mode: 0o700 });
  const unseen = await said(directory);
  expect(unseen).toMatchObject({ kind: 'directory_foreign' });
  expect(unseen.repair).toBeUndefined();
  const own = join(person.home(), 'data');
  await served(own);
  lchownSync(join(own, 'lock.db'), 0, 0);
  expect(await said(own)).toMatchObject({
    kind: 'directory_foreign',
    repair: `sudo chown -R "$(id -u)" '${own}'`,
  });
});

test('a directory that holds other things is refused, with a better place and no command for all that is in it', async () => {
  const home = person.home();
  for (const mode of [0o600, 0o644]) {
    writeFileSync(join(home, 'letter.txt'), 'mine');
    chmodSync(join(home, 'letter.txt'), mode);
    expect(await said(home)).toMatchObject({
      kind: 'directory_of_others',
      message: expect.stringContaining('is not a Mailprobe data directory: name an empty or new one'),
      repair: `npx mailprobe start --data-dir '${join(home, 'mailprobe')}'`,
    });
  }
  expect(await said('/')).toMatchObject({ kind: 'directory_of_others', repair: 'npx mailprobe start' });
});

test('an empty directory that is open to others is mended by a command for it alone', async () => {
  const directory = join(person.home(), 'data');
  await served(directory);
  for (const name of readdirSync(directory)) rmSync(join(directory, name), { recursive: true });
  chmodSync(directory, 0o755);
  const refusal = await said(directory);
  expect(refusal.repair).toBe(`chmod u=rwX,go= '${directory}'`);
  execFileSync('sh', ['-c', refusal.repair ?? 'false']);
  await served(directory);
});

test.each(['', '..'])('for the home directory and its parent ("%s") no command is offered', async (above) => {
  const home = temporaryDirectory();
  vi.stubEnv('HOME', join(home, 'ada'));
  mkdirSync(join(home, 'ada'), { mode: 0o700 });
  const directory = join(home, 'ada', above);
  writeFileSync(join(directory, 'mailprobe.db'), '');
  chmodSync(join(directory, 'mailprobe.db'), 0o644);
  const refusal = caught(() => prepareDataDirectory(directory));
  vi.unstubAllEnvs();
  expect(refusal).toMatchObject({ kind: 'directory_loose' });
  expect(refusal).toHaveProperty('repair', undefined);
});

test('a place where nothing can be made is a sentence', async () => {
  const file = join(person.home(), 'file');
  writeFileSync(file, '');
  expect(await said(join(file, 'data'))).toMatchObject({
    kind: 'directory_unusable',
    message: expect.stringMatching(
      /^The data directory cannot be used: .*: a file stands where a folder should be\. .*--data-dir/,
    ),
  });
});

function caught(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  return undefined;
}

async function served(directory: string): Promise<void> {
  expect(await said(directory)).toEqual({ kind: 'serving' });
}

/** What a start says; one that serves is ended. */
async function said(directory: string): Promise<PlainStoreError | { kind: 'serving'; repair?: undefined }> {
  const program = person.start('serve', directory);
  const line = await program.first;
  program.child.stdin?.end();
  const { stderr } = await program.outcome;
  expect(stderr).toBe('');
  return saidIn(line);
}

function saidIn(line: string | undefined): PlainStoreError {
  return JSON.parse(line ?? '{}') as PlainStoreError;
}
