import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { CommandFailure } from '../../daemon/cli/command-failure.ts';
import { directoryEntries } from '../../daemon/cli/reset/directory-entries.ts';
import { type Entry, ownFiles } from '../../daemon/cli/reset/own-files.ts';
import { removeFiles } from '../../daemon/cli/reset/remove-files.ts';
import { lockDataDirectory } from '../../daemon/store/lock.ts';

const hash = 'a'.repeat(64);

test.each([
  'mailprobe.db',
  'mailprobe.db-wal',
  'mailprobe.db-reserve',
  'lock.db',
  'damaged-2026-01-31T09-05-07-123Z',
  'damaged-2026-01-31T09-05-07-123Z-wal',
  'vault.bin',
  'vault.bin.bak',
  'vault.bin.new',
  'vault.key',
  'daemon.key',
  'daemon.pub',
  'daemon.port',
  'cli.key',
  'cli.pub',
  'cli.key.0123456789abcdef.new',
  'daemon.log',
  'daemon.log.old',
])('%s is ours', (path) => {
  expect(ownFiles([{ path, kind: 'file' }]).leave).toEqual([]);
});

test.each<[string, Entry['kind']]>([
  ['notes.txt', 'file'],
  ['mailprobe.db.old', 'file'],
  ['vault.bin', 'link'],
  ['mailprobe.db', 'folder'],
  ['daemon.key', 'other'],
  ['backups', 'link'],
  ['backups/unfinished', 'file'],
])('%s as a %s is left alone', (path, kind) => {
  expect(ownFiles([{ path, kind }])).toEqual({ remove: [], leave: [{ path, kind }] });
});

test('the folder of backups goes after its files, and stays when something else lies in it', () => {
  const folder: Entry = { path: 'backups', kind: 'folder' };
  const copy: Entry = { path: `backups/daily-2026-01-31.${hash}.db`, kind: 'file' };
  const foreign: Entry = { path: 'backups/mine.txt', kind: 'file' };
  expect(ownFiles([folder, copy]).remove).toEqual([copy, folder]);
  expect(ownFiles([folder, copy, foreign])).toEqual({ remove: [copy], leave: [foreign] });
});

test('what is removed is gone, what is foreign stays, and no link is followed', () => {
  const root = temporary();
  const directory = join(root, 'data');
  mkdirSync(join(directory, 'backups'), { recursive: true, mode: 0o700 });
  writeFileSync(join(root, 'precious'), 'kept');
  for (const name of ['mailprobe.db', 'cli.key', `backups/daily-2026-01-31.${hash}.db`, 'notes.txt'])
    writeFileSync(join(directory, name), name);
  symlinkSync(join(root, 'precious'), join(directory, 'vault.bin'));
  const lock = lockDataDirectory(directory);
  const files = ownFiles(directoryEntries(directory));
  removeFiles(lock, files.remove);
  expect(readdirSync(directory).toSorted()).toEqual(['notes.txt', 'vault.bin']);
  expect(files.leave.map(({ path }) => path).toSorted()).toEqual(['notes.txt', 'vault.bin']);
  expect(readFileSync(join(root, 'precious'), 'utf8')).toBe('kept');
});

test('a directory that holds nothing else goes as well', () => {
  const root = temporary();
  const directory = join(root, 'data');
  mkdirSync(directory);
  writeFileSync(join(directory, 'mailprobe.db'), '');
  removeFiles(lockDataDirectory(directory), ownFiles(directoryEntries(directory)).remove);
  expect(readdirSync(root)).toEqual([]);
});

test('a link in place of the directory is refused', () => {
  const root = temporary();
  mkdirSync(join(root, 'real'));
  symlinkSync(join(root, 'real'), join(root, 'data'));
  expect(() => directoryEntries(join(root, 'data'))).toThrow(CommandFailure);
});

function temporary(): string {
  const root = mkdtempSync(join(tmpdir(), 'mailprobe-reset-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  return root;
}
