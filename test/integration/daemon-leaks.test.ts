import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DaemonClient } from '../../shared/daemon-client.ts';
import { cliClient } from '../api/cli-client.ts';
import { type DaemonProcess, daemonProcess } from '../daemon-process.ts';
import { filesIn, findLeaks } from '../leaks/find-leaks.ts';
import { keyNeedlesOf, needlesOf } from '../leaks/needles.ts';
import { processSamples } from '../leaks/process-samples.ts';
import { recordedTraffic } from '../leaks/recorded-traffic.ts';
import { letterServer } from '../letters/letter-server.ts';
import { keyring } from '../servers/keyring.ts';
import { scriptedServer } from '../servers/scripted-server.ts';
import { imapScript } from '../servers/scripts/imap.ts';
import { settingsOf } from '../walk.ts';
import { run } from './cli-process.ts';

const username = 'ann@mail.test';
/** Random, so that it stands nowhere else on the machine; with what encodings write differently. */
const distinctive = () => `Grün-&"${randomBytes(6).toString('hex')}\\%W<4> kX=9+b/Tj~`;
/** Beside the password in the same row, argument and variable: where it is not found, nothing was searched. */
const control = `control-${randomBytes(8).toString('hex')}`;

describe.each(['keychain', 'vault-keyfile'] as const)('with passwords in the %s', (place) => {
  it('leaves password, code and keys nowhere else', { timeout: 120_000 }, async () => {
    await using session = place === 'keychain' ? await keyring() : undefined;
    const env = { ...session?.env, MAILPROBE_CONTROL: control };
    await using daemon = await daemonProcess({ env });
    using traffic = recordedTraffic();
    using samples = processSamples();
    const [typed, changed, wrong, byCommand, sending] = [
      distinctive(),
      distinctive(),
      distinctive(),
      distinctive(),
      distinctive(),
    ] as const;
    const echo = `NO [AUTHENTICATIONFAILED] I do not know ${wrong}`;
    await using mail = await scriptedServer([
      imapScript({ username, password: changed, security: 'plain' }),
      imapScript({ username, password: '', security: 'plain', on: { LOGIN: echo, AUTHENTICATE: echo } }),
    ]);

    const client = await cliClient(daemon);
    expect(await client.call('secretsCheck', {})).toMatchObject({ backend: place, state: 'ready' });
    const account = {
      name: control,
      label: '',
      active: true,
      connection: settingsOf({ type: 'imap', security: 'plain', port: mail.port, username }),
    };
    const { id } = (await client.call('accountsCreate', { account }, { password: typed })).account;
    await client.call('accountsChange', { id, account }, { password: changed });
    expect(await verdictOf(client, id)).toBe('passed');
    await client.call('accountsChange', { id, account }, { password: wrong });
    expect(await verdictOf(client, id)).toBe('failed');
    await sent(client, sending);
    const cli = await addedByCommand(daemon, byCommand);
    await client.call('logPage', { limit: 500 });
    await client.call('accountsList', {});
    await client.call('secretsMove', { to: 'vault-keyfile' });

    const { pid } = daemon;
    const code = await daemon.pairingCode();
    const whileItRuns = [...filesIn(daemon.directory)];
    await daemon.stop();
    const left = [
      ...whileItRuns,
      ...filesIn(daemon.directory),
      ...samples.left,
      ...traffic.left,
      ['terminal of the daemon', daemon.output] as const,
      ['terminal of the command', cli.stdout + cli.stderr] as const,
    ];

    const controls = findLeaks(left, new Map([[control, 'control']])).map(placeOf);
    expect(controls).toEqual(
      expect.arrayContaining([
        'mailprobe.db',
        'mailprobe.db-wal',
        `/proc/${pid}/environ`,
        expect.stringMatching(/^\/proc\/\d+\/cmdline$/),
        expect.stringContaining('/accounts/list'),
        expect.stringContaining('/accounts/create'),
        'terminal of the command',
      ]),
    );
    expect(left.map(([name]) => name)).toEqual(
      expect.arrayContaining(['vault.bin', 'daemon.log', 'daemon.key', 'mailprobe.db-shm']),
    );
    if (place === 'keychain') expect(samples.seen('keychain-child')).toBeGreaterThan(0);
    expect(left.some(([name]) => name.startsWith('backups/'))).toBe(true);

    for (const password of [typed, changed, wrong, byCommand, sending])
      expect(findLeaks(left, needlesOf(password))).toEqual([]);
    const elsewhere = left.filter(([name]) => name !== 'terminal of the daemon');
    for (const shown of [code, code.replaceAll('-', '')])
      expect(findLeaks(elsewhere, needlesOf(shown))).toEqual([]);
    for (const owner of ['daemon.key', 'cli.key']) {
      const { d } = JSON.parse(readFileSync(join(daemon.directory, owner), 'utf8')) as { d: string };
      expect(new Set(findLeaks(left, keyNeedlesOf(d)).map(placeOf))).toEqual(new Set([owner]));
    }
  });
});

async function verdictOf(client: DaemonClient, accountId: string): Promise<string> {
  const { testId } = await client.call('testsStart', { accountId, debug: true });
  for await (const event of client.stream('testsFollow', { testId }, new AbortController().signal))
    if (event.type === 'finished') return event.verdict;
  return 'none';
}

/** A letter by a server that says the password back wherever it can; the account writes its sessions to the log. */
async function sent(client: DaemonClient, password: string): Promise<void> {
  const echo = `250 Ok ${password}`;
  const { running, target } = await letterServer({
    username,
    password,
    on: { MAIL: echo },
    recipients: { 'eve@mail.test': `550 5.1.1 I do not know ${password}` },
    atDot: `${echo} queued as 4Z1`,
  });
  await using _server = running;
  const connection = settingsOf({ type: 'smtp', ...target, username, settings: { debug: true } });
  const account = { name: 'Sending', label: '', active: true, connection };
  const { id: accountId } = (await client.call('accountsCreate', { account }, { password })).account;
  const form = { accountId, to: 'bob@mail.test, eve@mail.test', subject: 'A test', text: 'Hello' };
  const { letterId } = await client.call('lettersSend', form);
  const status = async () => (await client.call('lettersGet', { id: letterId })).letter.status;
  await expect.poll(status, { timeout: 10_000 }).toBe('Processed');
}

/** `mailprobe accounts add`, with the password in its input. */
function addedByCommand({ directory }: DaemonProcess, password: string) {
  const fields = [`--name=${control}`, '--type=imap', '--server=mail.example.com', '--user=ada'];
  const options = ['--password-stdin', `--data-dir=${directory}`];
  return run(['accounts', 'add', ...fields, ...options], { input: password });
}

function placeOf(leak: string): string {
  return leak.slice(0, leak.lastIndexOf(': '));
}
