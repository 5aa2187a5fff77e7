import { chmodSync, readdirSync, rmSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Secret } from '../../daemon/secret.ts';
import { daemonProcess, type DaemonProcess, type DaemonProcessOptions } from '../daemon-process.ts';
import { keyring } from '../servers/keyring.ts';
import { itemsIn } from '../servers/keyring-items.ts';
import { serviceOnDisk } from '../service/service-on-disk.ts';
import { imapConnection } from '../store/examples.ts';
import { temporaryDirectory } from '../store/temporary-directory.ts';
import { run } from './cli-process.ts';

const secret = 'correct horse';

test('a reset ends the daemon and removes all of ours, and nothing else', async () => {
  await using daemon = await readyDaemon();
  await added(daemon);
  writeFileSync(join(daemon.directory, 'notes.txt'), 'mine', { mode: 0o600 });
  const asked = await on(daemon, ['reset']);
  expect(asked).toMatchObject({ code: 2 });
  expect(asked.stdout).toMatch(/mailprobe\.db\n[^]*Left alone[^]*notes\.txt\n/);
  expect(statSync(join(daemon.directory, 'mailprobe.db')).size).toBeGreaterThan(0);

  const { code, stdout, stderr } = await on(daemon, ['reset', '--yes']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('remove the extension');
  expect(readdirSync(daemon.directory)).toEqual(['notes.txt']);
  expect((await on(daemon, ['status'])).code).toBe(3);
  const [again] = [await on(daemon, ['reset', '--yes', '--json'])];
  expect(JSON.parse(again.stdout)).toEqual({ removed: [], left: ['notes.txt'] });
});

test('a reset removes the passwords from the keychain of the system', async () => {
  await using session = await keyring();
  await using daemon = await readyDaemon({ env: session.env });
  const env = session.env as Record<string, string>;
  await added(daemon, env);
  expect(await itemsIn(env)).toHaveLength(2);
  const { code, stdout, stderr } = await on(daemon, ['reset', '--yes', '--json'], { env });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(JSON.parse(stdout)).toMatchObject({ keychainItems: 1 });
  expect(await itemsIn(env)).toEqual([]);
});

test('a reset removes also what a deletion that was cut short has left in the keychain', async () => {
  await using session = await keyring();
  const env = session.env as Record<string, string>;
  const { service, store, directory, close } = await serviceOnDisk({ env });
  const form = { name: 'Work', label: '', active: true, connection: imapConnection };
  const { account } = await service.accounts.create(form, new Secret(secret));
  await store.deletions.remove([account.id], 1);
  await store.deletions.purge(1);
  await close();
  expect(await itemsIn(env)).toHaveLength(2);
  const { code, stderr } = await run(['reset', '--yes', '--data-dir', directory], { env });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(await itemsIn(env)).toEqual([]);
});

test('a keychain that does not answer stops a reset before a file goes', async () => {
  await using session = await keyring();
  await using daemon = await readyDaemon({ env: session.env });
  await added(daemon, session.env as Record<string, string>);
  const without = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere' };
  const refused = await on(daemon, ['reset', '--yes'], { env: without });
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain('still in the keychain');
  expect(refused.stderr).toContain('--leave-keychain');
  expect(statSync(join(daemon.directory, 'mailprobe.db')).size).toBeGreaterThan(0);
  const left = await on(daemon, ['reset', '--yes', '--leave-keychain'], { env: without });
  expect(left.code, left.stderr).toBe(0);
});

test('a database that is a link is not opened by a reset', async () => {
  await using daemon = await readyDaemon();
  await daemon.stop();
  const database = join(daemon.directory, 'mailprobe.db');
  const elsewhere = join(temporaryDirectory(), 'precious');
  writeFileSync(elsewhere, '');
  rmSync(database);
  symlinkSync(elsewhere, database);
  const { code, stderr } = await on(daemon, ['reset', '--yes']);
  expect(code).toBe(1);
  expect(stderr).toContain('is a link');
  expect(statSync(elsewhere).size).toBe(0);
});

test('a damaged database is put back from the newest backup, and the daemon starts again', async () => {
  await using daemon = await readyDaemon();
  await expect.poll(async () => (await on(daemon, ['restore', '--list'])).code, { timeout: 20_000 }).toBe(0);
  const running = await on(daemon, ['restore', '--yes']);
  expect(running.code).toBe(1);
  expect(running.stderr).toContain('end it first');
  await daemon.stop();
  truncateSync(join(daemon.directory, 'mailprobe.db'), 4096);
  const damaged = await run(['start', '--port', String(daemon.port), '--data-dir', daemon.directory]);
  expect(damaged.stderr).toContain('npx mailprobe restore');

  expect((await on(daemon, ['restore', '--list'])).stdout).toMatch(/^daily-\d{4}-\d\d-\d\d /m);
  expect(await on(daemon, ['restore'])).toMatchObject({ code: 2 });
  const { code, stdout, stderr } = await on(daemon, ['restore', '--yes', '--json']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(JSON.parse(stdout)).toMatchObject({ restored: { label: expect.stringMatching(/^daily-/) } });
  await daemon.start();
  expect((await on(daemon, ['accounts'])).code).toBe(0);
});

test('without a backup a restore says so', async () => {
  const { code, stderr } = await run(['restore', '--data-dir', temporaryDirectory()]);
  expect(code).toBe(1);
  expect(stderr).toContain('There is no backup');
});

test('a key that others may read is not used, and the command that repairs it is told', async () => {
  await using daemon = await readyDaemon();
  await on(daemon, ['status']);
  chmodSync(join(daemon.directory, 'cli.key'), 0o644);
  const { code, stderr } = await on(daemon, ['status']);
  expect(code).toBe(1);
  expect(stderr).toContain('chmod 600');
});

/** One that has opened everything: a backup is made later. */
async function readyDaemon(options?: DaemonProcessOptions): Promise<DaemonProcess> {
  const daemon = await daemonProcess(options);
  await daemon.pairingCode();
  return daemon;
}

async function added(daemon: DaemonProcess, env: Record<string, string> = {}): Promise<void> {
  const account = ['--name=Office', '--type=imap', '--server=mail.example.com', '--user=ada'];
  const args = ['accounts', 'add', ...account, '--password-stdin'];
  const { code, stderr } = await on(daemon, args, { input: secret, env });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
}

function on(
  daemon: DaemonProcess,
  args: readonly string[],
  options: { input?: string; env?: Record<string, string> } = {},
) {
  return run([...args, '--data-dir', daemon.directory], options);
}
