import { once } from 'node:events';
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { unprivileged } from '../store/unprivileged.ts';
import { root } from './cli-process.ts';

const person = unprivileged(['daemon', ...runTimePackages()]);

test('under umask 000 the daemon and the command line leave 0700 and 0600 everywhere', async () => {
  const home = person.home();
  const data = join(home, 'data');
  const made = join(home, 'made-before');
  const place = ['--data-dir', data];
  const port = String(await freePort());
  const modes = new Map<string, number>();
  for (const end of ['SIGKILL', 'SIGTERM'] as const) {
    const daemon = person.start('mailprobe', made, 'start', '--port', port, ...place);
    expect(await daemon.first, await firstWords(daemon)).toContain('is running');
    const fields = ['--name=Office', '--type=imap', '--server=mail.example.com', '--user=ada'];
    const add = person.start('mailprobe', made, 'accounts', 'add', ...fields, '--password-stdin', ...place);
    add.child.stdin?.end('correct horse');
    expect(await add.outcome).toMatchObject({ code: 0, stderr: '' });
    await expect.poll(() => readdirSync(join(data, 'backups'))).toHaveLength(1);
    for (const [name, mode] of modesIn(data)) modes.set(name, mode);
    daemon.child.kill(end);
    await daemon.outcome;
    for (const [name, mode] of modesIn(data)) modes.set(name, mode);
  }
  // The umask was indeed 000.
  expect(lstatSync(made).mode & 0o777).toBe(0o666);
  const files =
    'daemon.log daemon.port daemon.key daemon.pub cli.key cli.pub vault.bin vault.bin.bak vault.key';
  const databases = 'lock.db mailprobe.db mailprobe.db-wal mailprobe.db-shm backups';
  expect([...modes.keys()]).toEqual(expect.arrayContaining([...files.split(' '), ...databases.split(' ')]));
  expect([...modes.keys()].some((name) => /^backups\/.*\.db$/.test(name))).toBe(true);
  const loose = [...modes].filter(
    ([name, mode]) => mode !== (['', 'backups'].includes(name) ? 0o700 : 0o600),
  );
  expect(loose).toEqual([]);
});

/** Of the folder itself, as the empty name, and of all below. */
function modesIn(folder: string): [name: string, mode: number][] {
  const names = ['', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })];
  return names.flatMap((name) => {
    // A journal may go between the two looks.
    const stat = lstatSync(join(folder, name), { throwIfNoEntry: false });
    return stat ? [[name, stat.mode & 0o777]] : [];
  });
}

/** What npm installs for the daemon, as paths of the clone; other versions of Node are not among it. */
function runTimePackages(): string[] {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { dev?: boolean }>;
  };
  return Object.entries(lock.packages)
    .filter(([path, { dev }]) => path !== '' && !dev && !/node_modules\/node-(?:linux|win|darwin)/.test(path))
    .map(([path]) => path)
    .filter((path) => existsSync(join(root, path)));
}

async function firstWords({ outcome, first }: ReturnType<typeof person.start>): Promise<string> {
  return (await first) === undefined ? (await outcome).stderr : '';
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
