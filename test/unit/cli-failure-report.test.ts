import { expect, test } from 'vitest';
import { certificate, failed, finished, passed, session, shown, started } from './cli-recorded-test.ts';

test('a failure names the stage, quotes the server line by line, and ends with steps', async () => {
  const { verdict, text } = await shown([
    started('login'),
    failed('login', {
      kind: 'auth_bad_credentials',
      reply: '535-5.7.8 Bad credentials\n535 5.7.8 go away',
      detail: 'Invalid login',
      code: 'EAUTH',
      retry: false,
    }),
    finished('failed', 90),
  ]);
  expect(verdict).toBe('failed');
  expect(text).toMatch(/^✕ failed {3}login +80 ms {2}auth_bad_credentials$/m);
  expect(text).toMatch(/^✕ Failed at login: \S.+ \(after 90 ms\)$/m);
  expect(text).toContain('The server said:\n│ 535-5.7.8 Bad credentials\n│ 535 5.7.8 go away\n');
  expect(text).toContain('What we saw:\n  Invalid login (EAUTH)\n');
  expect(text).toMatch(/What to do:\n {2}1\. \S/);
  expect(text).toContain('will not help');
  expect(text).not.toContain('--pin');
});

test('a refused certificate comes with the option that pins its key', async () => {
  const { text } = await shown([
    failed('tls', {
      kind: 'cert_self_signed',
      retry: false,
      evidence: { ...session, trust: 'not validated', findings: [] },
    }),
    finished('failed', 90),
  ]);
  expect(text).toContain('for        mail.example.com\n');
  expect(text).toContain(`--pin ${certificate.spki}\n`);
});

test('all addresses that did not answer are named, and that trying again can help', async () => {
  const attempts = [
    { address: '2001:db8::1', ms: 1, error: 'ENETUNREACH' },
    { address: '192.0.2.1', ms: 5000, error: 'ETIMEDOUT' },
  ];
  const { text } = await shown([
    failed('connect', { kind: 'connect_timeout', retry: true, evidence: { attempts } }),
    finished('failed', 5001),
  ]);
  expect(text).toContain('Tried 2001:db8::1 (ENETUNREACH after 1 ms), 192.0.2.1 (ETIMEDOUT after 5000 ms).');
  expect(text).toContain('Trying again later can help');
});

test('nothing that a server says reaches the terminal as a command', async () => {
  const hostile = '\x1b]0;owned\x07\u009b2J\u202egnp.exe\u200b\r';
  const { text } = await shown([
    passed('greeting', 1, { text: hostile, capabilities: [hostile] }),
    passed('tls', 1, {
      ...session,
      certificates: [{ ...certificate, names: [hostile], subject: hostile }],
      trust: 'not validated',
      findings: [hostile],
    }),
    { type: 'transcript', stage: 'login', from: 'server', text: hostile },
    failed('login', {
      kind: 'cert_invalid',
      reply: hostile,
      detail: hostile,
      code: hostile,
      retry: false,
      evidence: {
        certificates: [
          { ...certificate, names: [hostile], issuer: hostile, fingerprint256: hostile, spki: hostile },
        ],
        attempts: [{ address: hostile, ms: 1, error: hostile }],
      },
    }),
    finished('failed', 1, [{ kind: 'weak_key', strength: hostile }]),
  ]);
  expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  expect(text).toContain(String.raw`│ \x1b]0;owned\x07\x9b2J\u202egnp.exe\u200b`);
});

test('a cancelled test says where it was', async () => {
  const { verdict, text } = await shown([started('login'), finished('cancelled', 300)]);
  expect(verdict).toBe('cancelled');
  expect(text).toContain('✕ stopped  login\n✕ Cancelled at login after 300 ms\n');
});

test('a walk without a verdict never counts as passed', async () => {
  const { verdict, text } = await shown([started('resolve')]);
  expect(verdict).toBe('failed');
  expect(text).toContain('without a verdict');
});

test('the steps speak of the form; the options that they mean are named once', async () => {
  const { text } = await shown([
    failed('tls', { kind: 'tls_wrong_mode', retry: false }),
    finished('failed', 90),
  ]);
  expect(text).toContain('port 993 answers in plain text');
  expect(text).toContain('On the command line, Enable SSL is --ssl, Enable TLS is --tls.');
});
