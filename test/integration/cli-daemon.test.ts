import { expect, test } from 'vitest';
import { TestEvent } from '../../shared/event.ts';
import { LogRecord } from '../../shared/log.ts';
import { routes } from '../../shared/routes.ts';
import { runningDaemon } from '../api/running-daemon.ts';
import { damageAccount } from '../pages/damaged-account.ts';
import { scriptedServer } from '../servers/scripted-server.ts';
import { imapScript } from '../servers/scripts/imap.ts';
import { run } from './cli-process.ts';
import { commandLine, linePassword as secret } from './command-line.ts';

const unknown = '157425284611357796';

test('status tells version, address, folder, place of passwords and browsers', async () => {
  const { mailprobe, daemon } = await commandLine();
  await daemon.browser({ name: 'Ada\x1b[2J' });
  const text = await mailprobe(['status']);
  expect(text).toMatchObject({ code: 0, stderr: '' });
  for (const word of [
    '0.0.0',
    `127.0.0.1:${daemon.port}`,
    daemon.directory,
    'key file',
    String.raw`Ada\x1b[2J`,
  ])
    expect(text.stdout).toContain(word);
  const [said] = await mailprobe.json(['status']);
  expect(said).toMatchObject({ running: true, address: `127.0.0.1:${daemon.port}`, pairedBrowsers: 1 });
});

test('what answers but is another daemon is said, with 3, and nothing was sent to it', async () => {
  const { daemon } = await commandLine();
  const other = await runningDaemon();
  const args = ['status', '--data-dir', daemon.directory, '--port', String(other.port)];
  const { code, stderr } = await run(args);
  expect(code).toBe(3);
  expect(stderr).toContain('is not the Mailprobe daemon of');
});

test('a daemon that has ended is said, with 3 and how to start it', async () => {
  const { mailprobe, daemon } = await commandLine();
  await daemon.stop();
  const { code, stdout, stderr } = await mailprobe(['accounts']);
  expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
  expect(stderr).toContain('is not running');
  expect(stderr).toContain(`Start it with: npx mailprobe start --data-dir ${daemon.directory}`);
});

test('a code that was printed pairs a browser', async () => {
  const { mailprobe, daemon } = await commandLine();
  await daemon.browser();
  const { code, stdout } = await mailprobe(['pair']);
  expect(code).toBe(0);
  const [, shown = ''] = /^Pairing code: ((?:[0-9A-Z]{4}-){3}[0-9A-Z]{4})$/m.exec(stdout) ?? [];
  await daemon.browser({ name: 'Second', code: shown.replaceAll('-', '') });
  const [said] = await mailprobe.json(['pair']);
  expect(said).toMatchObject({ code: expect.stringMatching(/^\S{19}$/), seconds: 120, port: daemon.port });
  expect((await mailprobe(['clients'])).stdout).toContain('Second');
});

test('a revoked browser is gone from the list, and cannot be revoked again', async () => {
  const { mailprobe, daemon } = await commandLine();
  expect((await mailprobe(['clients'])).stdout).toContain('mailprobe pair');
  await daemon.browser();
  const [{ clients }] = (await mailprobe.json(['clients'])) as [{ clients: { id: string }[] }];
  const id = clients[0]?.id ?? '';
  expect((await mailprobe(['clients', 'revoke', id])).stdout).toContain(`Revoked: ${id}`);
  expect(await mailprobe.json(['clients', 'list'])).toEqual([{ clients: [] }]);
  expect(await mailprobe(['clients', 'revoke', id])).toMatchObject({ code: 1, stdout: '' });
});

test('an account is added, shown, listed, changed, duplicated and deleted', async () => {
  const { mailprobe } = await commandLine();
  const id = await mailprobe.add(143, ['--label', 'Desk']);
  const { stdout } = await mailprobe(['accounts', 'show', id]);
  for (const word of [id, 'Office', 'Desk', '127.0.0.1:143', 'plain text', 'ada'])
    expect(stdout).toContain(word);
  expect((await mailprobe(['accounts'])).stdout).toMatch(
    new RegExp(`^${id} +Office +IMAP .*not tested yet$`, 'm'),
  );

  expect((await mailprobe(['accounts', 'change', id, '--name', 'Home'])).stdout).toContain('(Home)');
  const [changed] = await mailprobe.json(['accounts', 'change', id, '--inactive']);
  expect(changed).toMatchObject({ account: { name: 'Home', active: false, hasPassword: true } });
  expect(await mailprobe(['accounts', 'change', id])).toMatchObject({ code: 2, stdout: '' });

  const [copy] = await mailprobe.json(['accounts', 'duplicate', id]);
  expect(copy).toMatchObject({ account: { hasPassword: false } });
  expect(await mailprobe(['accounts', 'delete', id])).toMatchObject({ code: 2 });
  expect(await mailprobe.json(['accounts', 'delete', id, '--yes'])).toEqual([{ deleted: [id], resets: [] }]);
  expect(await mailprobe(['accounts', 'show', id])).toMatchObject({ code: 1, stdout: '' });
  const [listed] = await mailprobe.json(['accounts']);
  expect(routes.accountsList.reply.parse(listed).accounts).toHaveLength(1);
});

test('several accounts are deleted at once, and come back as they were', async () => {
  const { mailprobe } = await commandLine();
  const ids = [await mailprobe.add(143), await mailprobe.add(143)];
  const { stdout } = await mailprobe(['accounts', 'delete', ...ids, '--yes']);
  expect(stdout).toContain(`mailprobe accounts restore ${ids.join(' ')}`);
  expect(await mailprobe.json(['accounts'])).toEqual([{ accounts: [] }]);
  const [back] = await mailprobe.json(['accounts', 'restore', ...ids]);
  expect(back).toEqual({ restored: ids, defaults: [], gone: [] });
  const [listed] = await mailprobe.json(['accounts']);
  const { accounts } = routes.accountsList.reply.parse(listed);
  expect(accounts.map(({ account: { id, hasPassword } }) => ({ id, hasPassword }))).toEqual(
    ids.map((id) => ({ id, hasPassword: true })),
  );
  expect(await mailprobe(['accounts', 'restore', ids[0] ?? ''])).toMatchObject({ code: 1, stdout: '' });
  expect(await mailprobe(['accounts', 'restore'])).toMatchObject({ code: 2 });
});

test('a damaged account costs the others nothing: it is told with what to do, and deleted by its id', async () => {
  const { mailprobe, daemon } = await commandLine();
  const [whole, damaged] = [await mailprobe.add(143), await mailprobe.add(143)];
  damageAccount(daemon, damaged);
  const listed = await mailprobe(['accounts']);
  expect(listed).toMatchObject({ code: 0, stderr: expect.stringContaining(`accounts delete ${damaged}`) });
  expect(listed.stdout).toContain(whole);
  expect(listed.stdout).not.toContain(damaged);
  const [said] = await mailprobe.json(['accounts']);
  expect(said).toMatchObject({ accounts: [{ account: { id: whole } }], damaged: [damaged] });
  expect((await mailprobe(['accounts', 'export'])).stderr).toContain(damaged);
  const { code, stdout } = await mailprobe(['accounts', 'delete', damaged, '--yes']);
  expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining(`Deleted: ${damaged}`) });
  expect(await mailprobe(['accounts'])).toMatchObject({ code: 0, stderr: '' });
  expect((await mailprobe(['logs'])).stdout).toContain(`Account ${damaged} was deleted.`);
});

test('another server wants the password again, and without a terminal says how', async () => {
  const { mailprobe } = await commandLine();
  const id = await mailprobe.add(143);
  const move = ['accounts', 'change', id, '--server', 'mail.example.com', '--allow-plain', '--allow-address'];
  const refused = await mailprobe(move);
  expect(refused).toMatchObject({ code: 1, stdout: '' });
  expect(refused.stderr).toContain('--password-stdin');
  expect((await mailprobe([...move, '--password-stdin'], secret)).code).toBe(0);
});

test('what the daemon wants confirmed names the option that confirms it', async () => {
  const { mailprobe } = await commandLine();
  const args = ['accounts', 'add', '--name=O', '--type=imap', '--server=127.0.0.1', '--user=ada', '--ssl'];
  const { code, stderr } = await mailprobe([...args, '--password-stdin'], secret);
  expect(code).toBe(2);
  expect(stderr).toContain('--allow-address confirms it.');
});

test('a stored account is tested as an inline one, and its log is told', async () => {
  await using server = await imapServer();
  const { mailprobe } = await commandLine();
  const id = await mailprobe.add(server.port);
  const { code, stdout, stderr } = await mailprobe(['test', id]);
  expect({ code, stderr }, stdout).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain(`IMAP test of ada on 127.0.0.1, port ${server.port}, plain text\n`);
  expect(stdout).toMatch(/^✓ Passed in \d+ ms$/m);

  const events = (await mailprobe.json(['test', id, '--debug'])).map((line) => TestEvent.parse(line));
  expect(events.at(-1)).toMatchObject({ type: 'finished', verdict: 'passed' });
  expect(events.some(({ type }) => type === 'transcript')).toBe(true);
  expect((await mailprobe(['accounts'])).stdout).toMatch(/works, with a warning, just now$/m);

  const records = (await mailprobe.json(['logs', '--account', id, '--limit', '500'])).map((line) =>
    LogRecord.parse(line),
  );
  expect(records.map((record) => record.id)).toEqual(records.map((record) => record.id).toSorted());
  const testId = records.at(-1)?.testId ?? '';
  const lines = (await mailprobe(['logs', '--test', testId, '--limit', '3'])).stdout.trimEnd().split('\n');
  expect(lines).toHaveLength(3);
  expect(lines.at(-1)).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d  Info +\S/);
});

test('a test that fails is 1, and one of no account as well', async () => {
  await using server = await imapServer();
  const { mailprobe } = await commandLine();
  const id = await mailprobe.add(server.port, ['--user', 'eve']);
  const { code, stdout } = await mailprobe(['test', id]);
  expect(code).toBe(1);
  expect(stdout).toMatch(/^✕ Failed at login: \S/m);
  expect(await mailprobe(['test', unknown])).toMatchObject({ code: 1, stdout: '' });
});

test('a property is set, shown and reset, and one that cannot be is 2', async () => {
  const { mailprobe } = await commandLine();
  const name = 'mailprobe.test.every';
  expect((await mailprobe(['properties', 'set', name, '30'])).stdout).toBe(`${name} is now 30.\n`);
  expect((await mailprobe(['properties'])).stdout).toMatch(/^mailprobe\.test\.every +30 +all active/m);
  expect(await mailprobe.json(['properties', 'list'])).toMatchObject([{ values: { [name]: 30 } }]);
  expect(await mailprobe.json(['properties', 'reset', name])).toEqual([{ name, value: 0 }]);
  const below = await mailprobe(['properties', 'set', 'mailprobe.log.keep.days', '-5']);
  expect(below).toMatchObject({ code: 2, stderr: expect.stringContaining('days from 1 to 36500') });
  const refused = await mailprobe(['properties', 'set', 'default.email.account.send', unknown]);
  expect(refused).toMatchObject({ code: 2, stdout: '' });
  expect(refused.stderr).toContain('there is no account');
});

test('passwords are moved into a vault with a passphrase and back', async () => {
  const { mailprobe } = await commandLine();
  await mailprobe.add(143);
  const passphrase = 'correct horse battery';
  expect((await mailprobe(['secrets'])).stdout).toContain(
    '  npx mailprobe secrets move keychain\n  npx mailprobe secrets move vault\n',
  );
  expect(await mailprobe(['secrets', 'move', 'vault', '--passphrase-stdin'], 'short')).toMatchObject({
    code: 2,
  });
  const moved = await mailprobe(['secrets', 'move', 'vault', '--passphrase-stdin'], passphrase);
  expect(moved).toMatchObject({ code: 0, stderr: '' });
  expect(moved.stdout).toContain('1 password was moved.');
  expect(await mailprobe.json(['secrets', '--check'])).toMatchObject([{ backend: 'vault', state: 'ready' }]);
  expect(await mailprobe(['secrets', 'unlock', '--passphrase-stdin'], passphrase)).toMatchObject({ code: 0 });
  expect(await mailprobe.json(['secrets', 'move', 'vault-keyfile'])).toMatchObject([
    { moved: 1, place: { backend: 'vault-keyfile' } },
  ]);
});

function imapServer() {
  return scriptedServer(
    imapScript({ security: 'plain', username: 'ada', password: secret, messageIds: ['1', '2'] }),
  );
}
