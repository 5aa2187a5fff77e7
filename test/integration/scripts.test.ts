import { readFileSync } from 'node:fs';
import { describe, expect, inject, test } from 'vitest';
import { runProgram, type ProgramResult } from '../servers/run-program.ts';
import { scriptedServer } from '../servers/scripted-server.ts';
import { imapScript } from '../servers/scripts/imap.ts';
import { pop3Script } from '../servers/scripts/pop3.ts';
import { smtpScript } from '../servers/scripts/smtp.ts';
import { close, reset, startTls, type Script } from '../servers/steps.ts';

const { ca, certificates } = inject('realServers');
const tls = { cert: readFileSync(certificates.valid.cert), key: readFileSync(certificates.valid.key) };
const account = {
  username: 'someone',
  password: 'p"a\\ {5}',
  messageIds: ['3', '7', '40'],
  security: 'plain',
} as const;

const protocols = {
  imap: { script: imapScript, command: 'UID SEARCH ALL', answer: '* SEARCH 3 7 40' },
  pop3: { script: pop3Script, command: 'UIDL', answer: '1 3\r\n2 7\r\n3 40' },
  smtp: { script: smtpScript, command: 'NOOP', answer: '250 2.0.0 Ok' },
} as const;

/** A session of curl with a scripted server that is right in every step unless `script` is not. */
async function session(script: Script, url: (port: number) => string, ...args: string[]) {
  await using server = await scriptedServer(script, { tls });
  const login = ['--user', `${account.username}:${account.password}`];
  const options = ['-sS', '--max-time', '5', '--cacert', ca, ...login, ...args];
  const result: ProgramResult = await runProgram('curl', ...options, url(server.port));
  return { ...result, inClear: server.receivedBeforeTls.toString() };
}

describe.each(['imap', 'pop3', 'smtp'] as const)('the %s script', (type) => {
  const { script, command, answer } = protocols[type];

  test.each(['ssl', 'tls', 'plain'] as const)('lets curl in over %s', async (security) => {
    const scheme = security === 'ssl' ? `${type}s` : type;
    const url = (port: number) => `${scheme}://localhost:${port}/${type === 'imap' ? 'INBOX' : ''}`;
    const demand = security === 'tls' ? ['--ssl-reqd'] : [];
    const { exitCode, output, inClear } = await session(
      script({ ...account, security }),
      url,
      '-X',
      command,
      ...demand,
    );
    expect({ exitCode, output: output.trim() }).toEqual({ exitCode: 0, output: answer });
    expect(inClear.includes('AUTH')).toBe(security === 'plain');
  });

  test('refuses another password', async () => {
    const other = script({ ...account, password: 'other' });
    expect(await session(other, (port) => `${type}://localhost:${port}/`)).toMatchObject({ exitCode: 67 });
  });
});

test.each(['PLAIN', 'LOGIN', 'CRAM-MD5'])('the smtp script speaks %s', async (mechanism) => {
  const url = (port: number) => `smtp://localhost:${port}/`;
  const result = await session(
    smtpScript(account),
    url,
    '--login-options',
    `AUTH=${mechanism}`,
    '-X',
    'NOOP',
  );
  expect(result.exitCode).toBe(0);
  expect(result.inClear).toContain(`AUTH ${mechanism}`);
});

test('a command can be answered otherwise, by text or by a step', async () => {
  const url = (port: number) => `imap://localhost:${port}/`;
  const refusal = imapScript({ ...account, on: { AUTHENTICATE: 'NO [UNAVAILABLE] Later' } });
  expect(await session(refusal, url, '-v')).toMatchObject({
    exitCode: 67,
    output: expect.stringMatching(/A\d+ NO \[UNAVAILABLE\] Later/),
  });
  const breaking = imapScript({ ...account, on: { CAPABILITY: reset() } });
  expect(await session(breaking, url)).toMatchObject({ exitCode: 56 });
  const leaving = imapScript({ ...account, on: { GREETING: ['* BYE Too many', close()] } });
  expect(await session(leaving, url, '-v')).toMatchObject({
    output: expect.stringContaining('* BYE Too many'),
  });
});

test('bytes can be injected in front of TLS', async () => {
  const injecting = pop3Script({
    ...account,
    security: 'tls',
    on: { STLS: ['+OK Begin', '+OK injected', startTls()] },
  });
  const { output } = await session(injecting, (port) => `pop3://localhost:${port}/`, '--ssl-reqd', '-v');
  expect(output).not.toContain('Logged in');
});
