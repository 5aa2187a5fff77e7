import { expect, inject, it } from 'vitest';
import { accountTypes } from '../../shared/account.ts';
import { Secret } from '../../daemon/secret.ts';
import { runTest } from '../../daemon/probe/run.ts';
import { scriptedServer } from '../servers/scripted-server.ts';
import { imapScript } from '../servers/scripts/imap.ts';
import { pop3Script } from '../servers/scripts/pop3.ts';
import { smtpScript } from '../servers/scripts/smtp.ts';
import { type Script, silence, startTls } from '../servers/steps.ts';
import { stolenTime } from '../stolen-time.ts';
import { pem, settingsOf, walk } from '../walk.ts';

const { ca: caFile, certificates } = inject('realServers');
const tls = { cert: pem(certificates.valid.cert), key: pem(certificates.valid.key) };
const account = { username: 'ann@mail.test', password: 'hunter2-secret' };
const scripts = { smtp: smtpScript, imap: imapScript, pop3: pop3Script };
const atLogin = { smtp: 'AUTH', imap: 'LOGIN', pop3: 'PASS' };

/** Where a server may fall silent: in TLS, before the greeting, at the login. */
const silences: ['smtp' | 'imap' | 'pop3', string, 'ssl' | 'plain', Script][] = accountTypes.flatMap(
  (type) => [
    [type, 'tls', 'ssl', [silence()]],
    [type, 'greeting', 'ssl', [startTls(), silence()]],
    [
      type,
      'login',
      'plain',
      scripts[type]({ ...account, security: 'plain', on: { [atLogin[type]]: silence() } }),
    ],
  ],
);

it.each(silences)('a %s test is cancelled within 100 ms at %s', async (type, stage, security, script) => {
  await using server = await scriptedServer(script, { tls });
  const cancel = new AbortController();
  const request = {
    settings: settingsOf({ type, security, port: server.port, ...account }),
    password: new Secret(account.password),
  };
  let verdict = '';
  let cancelledAt = Infinity;
  let stolenBefore = 0;
  using stolen = stolenTime();
  for await (const event of runTest(request, { signal: cancel.signal, ca: pem(caFile) })) {
    if (event.type === 'started' && event.stage === stage) {
      setTimeout(() => {
        stolenBefore = stolen.ms();
        cancelledAt = performance.now();
        cancel.abort();
      }, 150);
    }
    if (event.type === 'finished') verdict = event.verdict;
    expect(event.type).not.toBe('failed');
  }
  expect(verdict).toBe('cancelled');
  expect(performance.now() - cancelledAt - (stolen.ms() - stolenBefore)).toBeLessThan(100);
});

it.each(silences)(
  'a %s test ends at its deadline at %s, as a time-out',
  async (type, stage, security, script) => {
    await using server = await scriptedServer(script, { tls });
    const options = { timeoutMs: 400, ca: pem(caFile) };
    const { failedAt, failure, ms, ownMs } = await walk(
      { type, security, port: server.port, ...account },
      options,
    );
    expect(failedAt).toBe(stage);
    expect(failure?.kind).toBe(
      { tls: 'tls_timeout', greeting: 'greeting_timeout', login: 'reply_timeout' }[stage],
    );
    expect(failure?.retry).toBe(true);
    expect(ms).toBeGreaterThan(390);
    expect(ownMs).toBeLessThan(650);
  },
);

it('nothing stays open when the reader of the events turns away', async () => {
  await using server = await scriptedServer(
    imapScript({ ...account, security: 'plain', on: { LOGIN: silence() } }),
  );
  const request = {
    settings: settingsOf({ type: 'imap', security: 'plain', port: server.port, ...account }),
    password: new Secret(account.password),
  };
  for await (const event of runTest(request))
    if (event.type === 'passed' && event.stage === 'greeting') break;
  await server.connections[0]?.closed;
});

it('every address is tried in turn, and each says why it failed', async () => {
  await using server = await scriptedServer(imapScript({ ...account, security: 'plain' }));
  const resolver = async () => ['127.0.0.99', '127.0.0.1'];
  const { verdict, evidence } = await walk(
    { type: 'imap', security: 'plain', server: 'mail.test', port: server.port, ...account },
    { resolver },
  );
  expect(verdict).toBe('passed');
  expect(evidence('connect')).toMatchObject({
    address: '127.0.0.1',
    attempts: [{ address: '127.0.0.99', error: 'ECONNREFUSED' }, { address: '127.0.0.1' }],
  });
});

it('a server whose CAPABILITY lacks what the login needs is told before any credential goes out', async () => {
  await using server = await scriptedServer(
    imapScript({ ...account, security: 'plain', capabilities: ['IMAP4rev1', 'STARTTLS', 'LOGINDISABLED'] }),
  );
  const { failure } = await walk({ type: 'imap', security: 'plain', port: server.port, ...account });
  expect(failure?.kind).toBe('auth_privacy_required');
  expect(server.receivedBeforeTls.toString()).not.toContain(account.password);
});
