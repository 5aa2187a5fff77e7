import {
  copyFileSync,
  readdirSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { TestEvent } from '../../shared/event.ts';
import { scriptedServer } from '../servers/scripted-server.ts';
import { imapScript } from '../servers/scripts/imap.ts';
import { send, silence } from '../servers/steps.ts';
import { bin, root, run } from './cli-process.ts';

const secret = 'corrËct "horse\\';

test('a passing test is told stage by stage, on stdout alone, and exits 0', async () => {
  await using server = await imapServer();
  const { code, stdout, stderr } = await run(testOf(server.port), { input: `${secret}\r\n` });
  expect({ code, stderr }, stdout).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain(`IMAP test of ada on 127.0.0.1, port ${server.port}, plain text\n`);
  for (const stage of ['resolve', 'connect', 'greeting', 'login', 'mailbox', 'logout']) {
    expect(stdout).toMatch(new RegExp(`^✓ passed {3}${stage} +(<1|\\d+) ms {2}\\S`, 'm'));
  }
  expect(stdout).toContain('3 messages, newest 7, 5, 2');
  expect(stdout).toMatch(/^✓ Passed in \d+ ms$/m);
  expect(stdout).toContain('! Warning: ');
  expect(stdout).not.toContain('\x1b');
});

test('a wrong password is a cause with steps, and exits 1', async () => {
  await using server = await imapServer();
  const { code, stdout, stderr } = await run(testOf(server.port), { input: 'wrong' });
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  expect(stdout).toMatch(/^✕ Failed at login: \S/m);
  expect(stdout).toContain('│ ');
  expect(stdout).toContain('AUTHENTICATIONFAILED');
  expect(stdout).toMatch(/^ {2}1\. \S/m);
});

test('--json is one event a line on stdout, and nothing else anywhere', async () => {
  await using server = await imapServer();
  const { code, stdout, stderr } = await run([...testOf(server.port), '--json', '--debug'], {
    input: secret,
  });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const events = stdout
    .trimEnd()
    .split('\n')
    .map((line) => TestEvent.parse(JSON.parse(line)));
  expect(events[0]).toMatchObject({ type: 'started', stage: 'resolve' });
  expect(events.at(-1)).toMatchObject({ type: 'finished', verdict: 'passed', ids: { count: 3 } });
});

test.each([
  ['--debug', '--timeout=9000'],
  ['--debug', '--json'],
])('the password is in no output with %s %s', async (...options) => {
  await using server = await imapServer();
  for (const input of [secret, `${secret}x`]) {
    const { stdout, stderr } = await run([...testOf(server.port), ...options], { input });
    expect(stdout + stderr).not.toContain('horse');
    expect(stdout + stderr).not.toContain(Buffer.from(secret).toString('base64').slice(3, 12));
  }
});

test("a server's terminal sequences come out as text", async () => {
  await using server = await scriptedServer([send('* OK \x1b]0;owned\x07\x1b[2J ready'), silence()]);
  const args = [...testOf(server.port), '--timeout', '500', '--debug'];
  for (const more of [[], ['--json']]) {
    const { stdout } = await run([...args, ...more], { input: secret });
    expect(stdout).toContain('owned');
    expect(stdout).not.toMatch(/[\x07\x1b]/);
  }
});

test.each([
  ['no such command', ['tset'], 'Did you mean test?'],
  ['no such option', ['test', '--sever', 'm'], 'Did you mean --server?'],
  ['what is missing', ['test'], '--server: Server is missing'],
  ['a password as argument', ['test', '--password=hunter2'], 'never taken as an argument'],
  ['no way to ask', ['test', '--type=imap', '--server=m', '--user=a'], '--password-stdin'],
])('wrong usage (%s) goes to stderr and exits 2', async (_what, args, sentence) => {
  const { code, stdout, stderr } = await run(args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(sentence);
  expect(stderr).not.toContain('hunter2');
});

test.each([
  ['text', 'hello', 'holds no PEM certificate'],
  [
    'a damaged certificate',
    '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----',
    'certificate 1 in',
  ],
])('a --ca file with %s is refused', async (_what, content, sentence) => {
  const file = join(temporaryFolder(), 'ca.pem');
  writeFileSync(file, content);
  const args = ['test', '--type=imap', '--server=m', '--user=a', '--ca', file];
  expect(await run(args)).toMatchObject({ code: 2, stderr: expect.stringContaining(sentence) });
});

test('Ctrl-C cancels the test and exits 1, also when a parent passes it on once more', async () => {
  await using server = await scriptedServer([silence()]);
  let pressed = false;
  const { code, stdout, stderr } = await run([...testOf(server.port), '--timeout', '15000'], {
    input: secret,
    onOutput: (text, child) => {
      if (pressed || !text.includes('connect')) return;
      pressed = true;
      child.kill('SIGINT');
      child.kill('SIGINT');
    },
  });
  expect({ code, stderr }, stdout).toEqual({ code: 1, stderr: '' });
  expect(stdout).toMatch(/^✕ Cancelled at greeting after \d+ ms$/m);
});

test('a reader that goes away is no crash', async () => {
  const port = await closedPort();
  for (const args of [['--help'], testOf(port), [...testOf(port), '--json']]) {
    const { stdout, stderr } = await run(args, { input: secret, through: 'head -n 1' });
    expect(stderr).toBe('');
    expect(stdout.split('\n')).toHaveLength(2);
  }
});

test('colours follow FORCE_COLOR and NO_COLOR, and a pipe has none', async () => {
  const args = testOf(await closedPort());
  const forced = await run(args, { input: secret, env: { FORCE_COLOR: '1' } });
  expect(forced.stdout).toContain('\x1b[31m✕ failed');
  for (const env of [{}, { NO_COLOR: '1' }]) {
    expect((await run(args, { input: secret, env })).stdout).not.toContain('\x1b');
  }
});

test('an older Node hands over to the one that npm brought, with exit code and signals', async () => {
  const olderNode = `--import=data:text/javascript,${encodeURIComponent(
    'Object.defineProperty(process.versions, "node", { value: "20.0.0" })',
  )}`;
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  expect(await run(['--version'], { node: [olderNode] })).toEqual({
    code: 0,
    stdout: `${version}\n`,
    stderr: '',
  });
  expect(await run(['tset'], { node: [olderNode] })).toMatchObject({ code: 2 });

  await using server = await scriptedServer([silence()]);
  let ended = false;
  const cancelled = await run(testOf(server.port), {
    node: [olderNode],
    input: secret,
    onOutput: (text, child) => {
      if (ended || !text.includes('connect')) return;
      ended = true;
      child.kill('SIGTERM');
    },
  });
  expect(cancelled.code).toBe(1);
  expect(cancelled.stdout).toContain('✕ Cancelled at greeting');
});

test('without its dependencies it says to install them', async () => {
  const folder = join(temporaryFolder(), 'daemon', 'cli');
  mkdirSync(folder, { recursive: true });
  const launcher = readdirSync(dirname(bin)).filter((name) => name.endsWith('.mjs'));
  for (const name of launcher) copyFileSync(join(dirname(bin), name), join(folder, name));
  const { code, stdout, stderr } = await run(['--help'], { bin: join(folder, 'mailprobe.mjs') });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toBe("Mailprobe's dependencies are missing: run npm start first.\n");
});

test('npx mailprobe works inside the clone', async () => {
  const { code, stdout } = await run(['exec', '--offline', '--', 'mailprobe', 'help', 'test'], {
    program: 'npm',
  });
  expect(code).toBe(0);
  expect(stdout).toContain('--password-stdin');
});

function testOf(port: number): string[] {
  const account = ['--type', 'imap', '--server', '127.0.0.1', '--port', String(port), '--user', 'ada'];
  return ['test', ...account, '--plain', '--password-stdin'];
}

function imapServer() {
  const messageIds = ['2', '5', '7'];
  return scriptedServer(imapScript({ security: 'plain', username: 'ada', password: secret, messageIds }));
}

async function closedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 1;
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mailprobe-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}
