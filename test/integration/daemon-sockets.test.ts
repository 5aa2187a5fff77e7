import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { ConnectionTrouble } from '../../shared/connection-trouble.ts';
import type { DaemonClient } from '../../shared/daemon-client.ts';
import { openPost } from '../../shared/daemon-post.ts';
import { generateIdentity } from '../../shared/session/identity.ts';
import { pair } from '../../shared/session/pairing-client.ts';
import { cliClient } from '../api/cli-client.ts';
import { fromOrigin } from '../api/from-origin.ts';
import { connected, origin } from '../api/running-daemon.ts';
import { type DaemonProcess, daemonProcess } from '../daemon-process.ts';
import { listeningSockets } from '../listening-sockets.ts';
import { stolenTime } from '../stolen-time.ts';
import { accountFields } from '../store/examples.ts';

test('it listens on 127.0.0.1 alone, also after SIGUSR1', async () => {
  await using daemon = await daemonProcess();
  const only = [`127.0.0.1:${daemon.port}`];
  expect(listeningSockets(daemon.pid)).toEqual(only);
  process.kill(daemon.pid, 'SIGUSR1');
  // Any other Node opens its inspector at this signal, and by then the daemon would have as well.
  const other = await runningNode();
  expect(listeningSockets(other)).toEqual([]);
  process.kill(other, 'SIGUSR1');
  await expect.poll(() => listeningSockets(other), { timeout: 10_000 }).toHaveLength(1);
  expect(listeningSockets(daemon.pid)).toEqual(only);
  await (await cliClient(daemon)).call('status', {});
  expect(listeningSockets(daemon.pid)).toEqual(only);
  expect(daemon.output).not.toContain('Debugger');
});

test('a paired browser is still paired after kill -9', async () => {
  await using daemon = await daemonProcess();
  const browser = await pairedBrowser(daemon);
  await daemon.stop('SIGKILL');
  const before = daemon.output;
  await daemon.start();
  expect((await browser.call('status', {})).pairedBrowsers).toBe(1);
  const since = () => daemon.output.slice(before.length);
  await expect.poll(since).toContain('Paired browsers: 1');
  expect(since()).not.toContain('Pairing code');
});

test('a second Ctrl-C ends it at once, with work still open', async () => {
  await using daemon = await daemonProcess();
  const client = await cliClient(daemon);
  await client.call('status', {});
  // While somebody else writes the store waits for 5 s; the daemon's own patience with it ends before.
  const file = new DatabaseSync(join(daemon.directory, 'mailprobe.db'));
  onTestFinished(() => file.close());
  file.exec('BEGIN IMMEDIATE');
  const { id: _, ...account } = accountFields('');
  const saving = client.call('accountsCreate', { account }, { password: 'hunter2-hunter2' });
  const cut = saving.catch((error: unknown) => error);
  await unanswered(client);
  process.kill(daemon.pid, 'SIGINT');
  await sleep(400);
  const since = performance.now();
  // A clean end has 0.
  expect(await daemon.stop('SIGINT')).not.toBe(0);
  expect(performance.now() - since).toBeLessThan(2_000);
  expect(await cut).toBeInstanceOf(ConnectionTrouble);
  file.exec('ROLLBACK');
  await daemon.start();
});

test('500 idle connections keep a browser out for 6 s at most', { timeout: 60_000 }, async () => {
  await using daemon = await daemonProcess();
  const browser = await pairedBrowser(daemon);
  // No connection of before is left to come in by.
  await daemon.stop();
  await daemon.start();
  const idle = Array.from({ length: 500 }, () => idleConnection(daemon.port));
  onTestFinished(() => idle.forEach((socket) => socket.destroy()));
  await Promise.all(idle.map((socket) => once(socket, 'connect')));
  using stolen = stolenTime();
  const since = performance.now();
  const comesIn = () => browser.call('status', {}).then(Boolean, () => false);
  // Shut out at first: the idle ones are in the way indeed.
  expect(await comesIn()).toBe(false);
  await expect.poll(comesIn, { timeout: 20_000 }).toBe(true);
  expect(performance.now() - since - stolen.ms()).toBeLessThan(6_000);
});

async function pairedBrowser(daemon: DaemonProcess) {
  const identity = await generateIdentity();
  const code = (await daemon.pairingCode()).replaceAll('-', '');
  const facts = { identity, name: 'Ada’s browser', origin, port: daemon.port, code };
  const pinned = await fromOrigin(origin, () => pair(openPost(daemon.port), facts));
  return connected(identity, pinned, origin);
}

/** Resolves when the store is busy with something that does not end. */
async function unanswered(client: DaemonClient): Promise<void> {
  for (;;) {
    const list = client.call('accountsList', {}).then(
      () => true,
      () => false,
    );
    if (!(await Promise.race([list, sleep(200, false)]))) return;
  }
}

/** Another Node than ours, that waits; its id. */
async function runningNode(): Promise<number> {
  const child = spawn(
    process.execPath,
    ['--inspect-port=0', '-e', 'console.log(1); setInterval(() => {}, 1e6)'],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  return child.pid ?? 0;
}

/** Says nothing, ever. */
function idleConnection(port: number): Socket {
  return connect(port, '127.0.0.1').on('error', () => undefined);
}
