import { expect, test } from 'vitest';
import { scriptedServer } from '../servers/scripted-server.ts';
import { imapScript } from '../servers/scripts/imap.ts';
import { silence } from '../servers/steps.ts';
import { typing as typed } from './cli-typing.ts';

const secret = 'pässwört {7}';

test('the password is asked for without echo, and the stages come live and in colour', async () => {
  await using server = await imapServer();
  const { code, screen } = await typing(testOf(server.port), ['pässwört {8\x7f7}\r']);
  expect(code, screen).toBe(0);
  expect(screen).toContain('Password of ada on 127.0.0.1: \r\n');
  expect(screen).not.toMatch(/wört|\{7/);
  expect(screen).toMatch(/… running {2}login\r\x1b\[K\x1b\[32m✓ passed /);
  expect(screen).toContain('\x1b[32m✓ Passed in ');
});

test('--password-stdin at a terminal is one hidden line', async () => {
  await using server = await imapServer();
  const { code, screen } = await typing([...testOf(server.port), '--password-stdin'], [`${secret}\r`]);
  expect(code, screen).toBe(0);
  expect(screen).not.toContain('wört');
});

test('NO_COLOR leaves a terminal without colours', async () => {
  await using server = await imapServer();
  const { code, screen } = await typing(testOf(server.port), [`${secret}\r`], { NO_COLOR: '1' });
  expect(code, screen).toBe(0);
  expect(screen).not.toMatch(/\x1b\[\d*m/);
});

test('Ctrl-C at the prompt ends the command, and no connection is made', async () => {
  await using server = await imapServer();
  const { code, screen } = await typing(testOf(server.port), ['pässw\x03']);
  expect(code).toBe(1);
  expect(screen).not.toContain('resolve');
  expect(server.connections).toHaveLength(0);
});

test('Ctrl-C while a stage runs cancels the test', async () => {
  await using server = await scriptedServer([silence()]);
  const { code, screen } = await typing(testOf(server.port), ['x\r', '\x03'], {}, 'running  greeting');
  expect(code, screen).toBe(1);
  expect(screen).toMatch(/running {2}greeting.*\r\x1b\[K.*✕ stopped/);
  expect(screen).toContain('✕ Cancelled at greeting');
});

function testOf(port: number): string[] {
  return ['test', '--type=imap', '--server=127.0.0.1', `--port=${port}`, '--user=ada', '--plain'];
}

function imapServer() {
  return scriptedServer(
    imapScript({ security: 'plain', username: 'ada', password: secret, messageIds: ['1'] }),
  );
}

/** Types the first keys at the prompt, the next at `cue`. */
function typing(
  args: readonly string[],
  keys: readonly string[],
  env: Record<string, string> = {},
  cue = 'running',
) {
  return typed(
    args,
    keys.map((typed, index) => [index === 0 ? 'Password of' : cue, typed] as const),
    env,
  );
}
