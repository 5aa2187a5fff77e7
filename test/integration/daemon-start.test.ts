import { once } from 'node:events';
import { statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { lockDataDirectory } from '../../daemon/store/lock.ts';
import { daemonProcess } from '../daemon-process.ts';
import { temporaryDirectory } from '../store/temporary-directory.ts';
import { run } from './cli-process.ts';

test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
  '%s ends it with 0 and frees the directory',
  async (signal) => {
    await using daemon = await daemonProcess();
    await daemon.pairingCode();
    const since = performance.now();
    expect(await daemon.stop(signal as 'SIGTERM')).toBe(0);
    expect(performance.now() - since).toBeLessThan(4000);
    lockDataDirectory(daemon.directory)[Symbol.dispose]();
  },
);

test('it says where it listens, where the data is, and shows a code once', async () => {
  await using daemon = await daemonProcess();
  const code = await daemon.pairingCode();
  expect(daemon.output).toContain(`http://127.0.0.1:${daemon.port}`);
  expect(daemon.output).toContain(daemon.directory);
  expect(daemon.output.split(code)).toHaveLength(2);
  const modes = ['daemon.key', 'daemon.pub', 'daemon.log', 'mailprobe.db', 'lock.db'].map(
    (name) => statSync(join(daemon.directory, name)).mode & 0o777,
  );
  expect(modes).toEqual([0o600, 0o600, 0o600, 0o600, 0o600]);
});

test('two starts on one directory: the second says so and exits with 1', async () => {
  await using daemon = await daemonProcess();
  const { code, stdout, stderr } = await run(['start', '--port', '1', '--data-dir', daemon.directory]);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toContain('Another Mailprobe daemon already serves');
});

test('a port that is taken is said, and the directory is free again', async () => {
  const { port } = await holder();
  const directory = temporaryDirectory();
  const { code, stdout, stderr } = await run(['start', '--port', String(port), '--data-dir', directory]);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toContain(`Port ${port} of 127.0.0.1 is taken`);
  expect(stderr).toContain('--port');
  lockDataDirectory(directory)[Symbol.dispose]();
});

test('after kill -9 the next start serves', async () => {
  await using daemon = await daemonProcess();
  const before = await daemon.pairingCode();
  await daemon.stop('SIGKILL');
  await daemon.start();
  await expect.poll(() => daemon.pairingCode(), { timeout: 10_000 }).not.toBe(before);
});

test('a key that others may read stops the start, with the command that repairs it', async () => {
  const directory = temporaryDirectory();
  writeFileSync(join(directory, 'daemon.key'), 'x', { mode: 0o644 });
  const { code, stderr } = await run(['start', '--port', '1', '--data-dir', directory]);
  expect(code).toBe(1);
  expect(stderr).toContain('open to other users');
  expect(stderr).toContain('chmod -R u=rwX,go=');
});

test('a key that is damaged stops the start, and the directory is free again', async () => {
  const directory = temporaryDirectory();
  writeFileSync(join(directory, 'daemon.key'), 'x', { mode: 0o600 });
  const { port, server } = await holder();
  server.close();
  const { code, stderr } = await run(['start', '--port', String(port), '--data-dir', directory]);
  expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('daemon.key is damaged') });
  lockDataDirectory(directory)[Symbol.dispose]();
});

test.each([
  ['a word', ['now'], 'start takes options only'],
  ['no port', ['--port', 'x'], 'is no port'],
  ['a port above all', ['--port', '65536'], 'is no port'],
  ['port 0', ['--port', '0'], 'is no port'],
])('%s is wrong usage', async (_what, args, sentence) => {
  const { code, stderr } = await run(['start', ...args]);
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(sentence) });
});

test('it does not start under a debugger', async () => {
  const directory = temporaryDirectory();
  const args = ['start', '--port', '1', '--data-dir', directory];
  const flag = await run(args, { node: ['--inspect=127.0.0.1:0'] });
  expect(flag).toMatchObject({ code: 1, stderr: expect.stringContaining('debugger') });
  const option = await run(args, { env: { NODE_OPTIONS: '--inspect=127.0.0.1:0' } });
  expect(option).toMatchObject({ code: 1, stderr: expect.stringContaining('debugger') });
});

test('SIGUSR1 opens no inspector', async () => {
  await using daemon = await daemonProcess();
  await daemon.pairingCode();
  process.kill(daemon.pid, 'SIGUSR1');
  // It is the order of signals that shows that the first has had no effect.
  expect(await daemon.stop('SIGTERM')).toBe(0);
  expect(daemon.output).not.toContain('Debugger');
});

/** Something else that listens on a port. */
async function holder(): Promise<{ server: Server; port: number }> {
  const server = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  return { server, port: (server.address() as AddressInfo).port };
}
