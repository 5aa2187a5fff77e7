import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { openDaemonLog } from '../../daemon/daemon-log.ts';
import { errorPlaces } from '../../daemon/error-places.ts';
import { refusalOf } from '../../daemon/http/refusal-of.ts';
import { temporaryDirectory } from '../store/temporary-directory.ts';

test('the log is JSON lines of mode 0600, and goes on where it ended', () => {
  const directory = temporaryDirectory();
  openDaemonLog(directory).info({ port: 1 }, 'started');
  openDaemonLog(directory).warn({ err: new Error('hunter2') }, 'stopped');
  const path = join(directory, 'daemon.log');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line) as object)).toEqual([
    expect.objectContaining({ port: 1, msg: 'started', time: expect.stringMatching(/^\d{4}-.*Z$/) }),
    expect.objectContaining({ msg: 'stopped', err: expect.objectContaining({ error: 'Error' }) }),
  ]);
  expect(lines.join('')).not.toContain('hunter2');
});

test('a log above 5 MB is put aside at the start', () => {
  const directory = temporaryDirectory();
  const path = join(directory, 'daemon.log');
  writeFileSync(path, 'x'.repeat(5 * 1024 * 1024 + 1), { mode: 0o600 });
  openDaemonLog(directory).info({}, 'started');
  expect(statSync(path).size).toBeLessThan(1000);
  expect(statSync(`${path}.old`).size).toBe(5 * 1024 * 1024 + 1);
  openDaemonLog(directory).info({}, 'started');
  expect(readFileSync(path, 'utf8').trimEnd().split('\n')).toHaveLength(2);
});

test('an error of somebody else is told by its name, code and places, never by its words', () => {
  const words = 'login of ada failed with hunter2\n    at hunter2 (file:///hunter2.ts:1:1)';
  const error = Object.assign(new TypeError(words), { code: 'EX' });
  const told = errorPlaces(error);
  expect(told).toMatchObject({ error: 'TypeError', code: 'EX' });
  expect(told.places[0]).toContain('daemon-log.test.ts');
  expect(JSON.stringify(told)).not.toContain('hunter2');
  const noted: unknown[] = [];
  const log = { info: vi.fn(), warn: vi.fn(), error: (...line: unknown[]) => void noted.push(line) };
  expect(JSON.stringify([refusalOf(error, { path: '/x', language: 'en', log }), noted])).not.toContain(
    'hunter2',
  );
  expect(noted).toHaveLength(1);
  expect(errorPlaces('hunter2')).toEqual({ error: 'string', places: [] });
});
