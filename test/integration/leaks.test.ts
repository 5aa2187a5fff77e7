import { describe, expect, inject, it } from 'vitest';
import { encoders } from '../fuzz/redaction-encoders.ts';
import { smallUser, oddUsers } from '../servers/real/users.ts';
import { scriptedServer } from '../servers/scripted-server.ts';
import { imapScript } from '../servers/scripts/imap.ts';
import { pop3Script } from '../servers/scripts/pop3.ts';
import { smtpScript } from '../servers/scripts/smtp.ts';
import type { Script } from '../servers/steps.ts';
import { run } from './cli-process.ts';

const { ca, ports } = inject('realServers');
const types = ['smtp', 'imap', 'pop3'] as const;
type Type = (typeof types)[number];
/** Those whose encodings differ most; the fuzz tests try thousands. */
const spelledOddly = new Set(['quotes', 'backslash', 'percent', 'umlaut', 'cyrillic']);
const tried = [smallUser, ...oddUsers.filter(({ username }) => spelledOddly.has(username))];

describe.each(types)('mailprobe test --type %s --debug', (type) => {
  describe.each([
    ['for a person', []],
    ['as JSON', ['--json']],
  ])('%s', (_name, format) => {
    const sslPort = { smtp: ports.smtps, imap: ports.imaps, pop3: ports.pop3s }[type];

    it.each(tried.map(({ username, password }) => [username, password]))(
      'keeps the password of %s out of its output, right and wrong',
      async (username, password) => {
        const right = await test(type, sslPort, username, password, ['--ssl', ...format]);
        expect(right.code).toBe(0);
        expectNothing(right.stdout + right.stderr, password);
        const wrong = `${password}-and-more`;
        const refused = await test(type, sslPort, username, wrong, ['--ssl', ...format]);
        expect(refused.code).toBe(1);
        expectNothing(refused.stdout + refused.stderr, wrong);
      },
    );

    it('keeps it out when the server says it back in every encoding', async () => {
      const password = 'Grün "quoted" & <odd> 100%\\';
      await using server = await scriptedServer(mirror(type, password));
      const { code, stdout, stderr } = await test(type, server.port, 'ann@mail.test', password, [
        '--plain',
        ...format,
      ]);
      expect(code).toBe(1);
      expect(stdout).toContain('redacted');
      expectNothing(stdout + stderr, password);
    });
  });
});

it('a password that is the user name too is not in the heading', async () => {
  await using server = await scriptedServer(imapScript({ username: 'x', password: 'y', security: 'plain' }));
  const { stdout, stderr } = await test('imap', server.port, 'same-as-ever', 'same-as-ever', ['--plain']);
  expect(stdout).toContain('auth_bad_credentials');
  expect(stdout + stderr).not.toContain('same-as-ever');
});

function test(type: Type, port: number, user: string, password: string, more: string[]) {
  const from = type === 'smtp' ? ['--from', 'small@mail.test'] : [];
  const where = ['--type', type, '--server', '127.0.0.1', '--port', String(port), '--user', user];
  const trust = more.includes('--ssl') ? ['--ca', ca] : [];
  const args = ['test', ...where, '--password-stdin', '--debug', ...from, ...trust, ...more];
  return run(args, { input: `${password}\n` });
}

/** A server that refuses the login and repeats the password in every encoding. */
function mirror(type: Type, password: string): Script {
  const account = { username: 'ann@mail.test', password: 'another', security: 'plain' as const };
  const echoes = Object.entries(encoders).map(
    ([name, encode]) => `you said (${name}) ${encode(password).replace(/[\r\n]/g, ' ')}`,
  );
  if (type === 'smtp') {
    return smtpScript({
      ...account,
      on: { AUTH: [...echoes.map((text) => `535-5.7.8 ${text}`), '535 5.7.8 No'] },
    });
  }
  if (type === 'imap') {
    const echo = [...echoes.map((text) => `* OK ${text}`), 'NO Failed'];
    return imapScript({ ...account, on: { LOGIN: echo, AUTHENTICATE: echo } });
  }
  return pop3Script({ ...account, on: { PASS: `-ERR [AUTH] ${echoes.join(' ')}` } });
}

/** Not the password, in no encoding and no letter case; of short ones only what cannot be chance. */
function expectNothing(output: string, password: string): void {
  const lower = output.toLowerCase();
  for (const [name, encode] of Object.entries(encoders)) {
    const encoded = encode(password).toLowerCase();
    if (encoded.length >= 6) expect(lower.includes(encoded), `${name}: ${encoded}`).toBe(false);
  }
}
