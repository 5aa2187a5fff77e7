import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { runningDaemon, type TestDaemon } from '../api/running-daemon.ts';
import { scriptedServer } from '../servers/scripted-server.ts';
import { silence } from '../servers/steps.ts';
import { run } from './cli-process.ts';
import { type Keys, typing } from './cli-typing.ts';

const secret = 'correct horse';

test('an account is added with a password that nobody sees', async () => {
  const daemon = await runningDaemon();
  const { code, screen } = await at(daemon, addition, [['Password of ada', `${secret}\r`]]);
  expect(code, screen).toBe(0);
  expect(screen).toContain('Added: ');
});

test('another server asks for the password, and Ctrl-C leaves all as it was', async () => {
  const daemon = await runningDaemon();
  const id = await added(daemon);
  const change = ['accounts', 'change', id, '--server', 'other.example.com'];
  const left = await at(daemon, change, [['Password of ada', '\x03']]);
  expect(left.code, left.screen).toBe(1);
  expect(left.screen).toContain('Type the password again');
  const done = await at(daemon, change, [['Password of ada on other.example.com', `${secret}\r`]]);
  expect(done.code, done.screen).toBe(0);
});

test('a change is not written over one that somebody else made while the password was typed', async () => {
  const daemon = await runningDaemon();
  const id = await added(daemon);
  const cli = await daemon.cli();
  const rename = async () => {
    const { hasPassword: _, revision, id: _id, ...form } = (await cli.call('accountsGet', { id })).account;
    await cli.call('accountsChange', { id, account: { ...form, name: 'Home' }, revision });
    return true;
  };
  const change = ['accounts', 'change', id, '--server', 'other.example.com'];
  const keys: Keys[] = [['Password of ada', `${secret}\r`]];
  const refused = await at(daemon, change, keys, (screen) =>
    screen.includes('Password of ada') ? rename() : undefined,
  );
  expect(refused.code, refused.screen).toBe(1);
  expect(refused.screen).toContain('Somebody else changed this account');
  expect((await cli.call('accountsGet', { id })).account).toMatchObject({
    name: 'Home',
    revision: 2,
    connection: { server: 'mail.example.com' },
  });
});

test('an account is deleted only after yes', async () => {
  const daemon = await runningDaemon();
  const id = await added(daemon);
  const kept = await at(daemon, ['accounts', 'delete', id], [['Type yes: ', 'no\r']]);
  expect(kept.code, kept.screen).toBe(1);
  expect(kept.screen).toContain('Nothing was deleted.');
  const gone = await at(daemon, ['accounts', 'delete', id], [['Type yes: ', 'yes\r']]);
  expect(gone.code, gone.screen).toBe(0);
  expect(gone.screen).toContain('Deleted: Office');
});

test('the passphrase of a vault is typed twice, and two that differ change nothing', async () => {
  const daemon = await runningDaemon();
  const move = ['secrets', 'move', 'vault'];
  const differing = await at(daemon, move, [
    ['or more): ', 'correct horse battery\r'],
    ['once more: ', 'correct horse cavalry\r'],
  ]);
  expect(differing.code, differing.screen).toBe(2);
  expect(differing.screen).toContain('The two passphrases differ.');
  const moved = await at(daemon, move, [
    ['or more): ', 'correct horse battery\r'],
    ['once more: ', 'correct horse battery\r'],
  ]);
  expect(moved.code, moved.screen).toBe(0);
  expect(moved.screen).toContain('0 passwords were moved.');
});

test('pair waits for the browser and names it', async () => {
  const daemon = await runningDaemon();
  const paired = at(daemon, ['pair'], [], (screen) => {
    const code = /Pairing code: (\S{19})\r?\n[^]*Waiting/.exec(screen)?.[1];
    return code && daemon.browser({ name: 'Second\x07', code: code.replaceAll('-', '') });
  });
  const { code, screen } = await paired;
  expect(code, screen).toBe(0);
  expect(screen).toContain(String.raw`Paired: Second\x07, chrome-extension://`);
});

test('Ctrl-C ends the wait of pair, and the code holds on', async () => {
  const daemon = await runningDaemon();
  const { code, screen } = await at(daemon, ['pair'], [['Waiting for the browser', '\x03']]);
  expect(code, screen).toBe(0);
  const shown = /Pairing code: (\S{19})/.exec(screen)?.[1] ?? '';
  await daemon.browser({ code: shown.replaceAll('-', '') });
});

test('Ctrl-C cancels the test of a stored account in the daemon as well', async () => {
  await using server = await scriptedServer([silence()]);
  const daemon = await runningDaemon();
  const local = ['--allow-address', `--port=${server.port}`, '--server=127.0.0.1'];
  const id = await added(daemon, local);
  const { code, screen } = await at(daemon, ['test', id], [['running  greeting', '\x03']]);
  expect(code, screen).toBe(1);
  expect(screen).toContain('✕ Cancelled at greeting');
  const cli = await daemon.cli();
  for (const deadline = performance.now() + 10_000; ; await pause(50)) {
    const { runs } = await cli.call('testsRunning', {});
    if (runs.length === 0) break;
    expect(performance.now()).toBeLessThan(deadline);
  }
});

const addition = [
  'accounts',
  'add',
  '--name=Office',
  '--type=imap',
  '--server=mail.example.com',
  '--user=ada',
];

/** The id of a new account. */
async function added(daemon: TestDaemon, more?: readonly string[]): Promise<string> {
  const args = more
    ? [...addition.filter((word) => !word.startsWith('--server')), ...more, '--plain', '--allow-plain']
    : addition;
  const options = ['--password-stdin', '--data-dir', daemon.directory];
  const { code, stdout, stderr } = await run([...args, ...options], { input: secret });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return /\d{18}/.exec(stdout)?.[0] ?? '';
}

/** Types at a command of this daemon; what was typed hidden is never on the screen. */
async function at(
  daemon: TestDaemon,
  args: readonly string[],
  keys: readonly Keys[],
  onScreen?: (screen: string) => unknown,
) {
  const result = await typing([...args, '--data-dir', daemon.directory], keys, {}, onScreen);
  expect(result.screen).not.toContain('horse');
  return result;
}
