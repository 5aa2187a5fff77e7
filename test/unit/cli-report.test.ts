import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { reportJson } from '../../daemon/cli/report/report-json.ts';
import { TestEvent } from '../../shared/event.ts';
import { finished, passed, session, shown, started, stream } from './cli-recorded-test.ts';

test('a test that passes shows each stage with its time and what it found', async () => {
  const { verdict, text } = await shown([
    passed('resolve', 3.4, { host: 'mail.example.com', addresses: ['2001:db8::1', '192.0.2.1'] }),
    passed('connect', 12.6, {
      address: '192.0.2.1',
      port: 993,
      attempts: [
        { address: '2001:db8::1', ms: 1, error: 'ENETUNREACH' },
        { address: '192.0.2.1', ms: 11 },
      ],
    }),
    passed('tls', 30, { ...session, trust: 'validated', findings: [] }),
    passed('greeting', 0.4, { text: '* OK ready', capabilities: [], authenticated: true }),
    passed('login', 80, { mechanism: 'PLAIN', offered: ['PLAIN'], capabilities: [] }),
    passed('mailbox', 9, { count: 12, newest: ['12', '11'] }),
    passed('logout', 4, { reply: '* BYE\nOK done' }),
    finished('passed', 412),
  ]);
  expect(verdict).toBe('passed');
  const lines = text.split('\n');
  expect(lines[0]).toBe('IMAP test of ada@example.com on mail.example.com, port 993 (the usual one), SSL');
  expect(lines[1]).toBe('✓ passed   resolve        3 ms  2001:db8::1, 192.0.2.1');
  expect(lines[2]).toBe(
    '✓ passed   connect       13 ms  192.0.2.1:993, after 2001:db8::1 (ENETUNREACH after 1 ms)',
  );
  expect(lines[3]).toContain('TLSv1.3, certificate of mail.example.com valid until 2027-01-02, validated');
  expect(lines[4]).toBe('✓ passed   greeting      <1 ms  * OK ready');
  expect(lines[5]).toBe('✓ passed   login         80 ms  PLAIN as ada@example.com');
  expect(lines[6]).toContain('12 messages, newest 12, 11, …');
  expect(lines[7]).toContain('* BYE / OK done');
  expect(lines[8]).toBe('✓ Passed in 412 ms');
});

test.each([
  ['pinned', { trust: 'pinned', findings: ['cert_expired'] }, 'pinned: The server’s certificate has expired'],
  [
    'off',
    { trust: 'not validated', findings: ['cert_expired'] },
    'NOT validated: The server’s certificate has expired',
  ],
])('a certificate whose validation is %s says so', async (_what, more, words) => {
  const { text } = await shown([passed('starttls', 1, { ...session, ...more }), finished('passed', 2)]);
  expect(text).toContain(words);
});

test('warnings of a pass stand under its verdict', async () => {
  const { text } = await shown([finished('passed', 2, [{ kind: 'plain_password' }])]);
  expect(text).toContain(
    '✓ Passed in 2 ms\n! Warning: The password travelled in plain text: anyone on the way',
  );
});

test('with debug, the session stands line by line under the stage that runs', async () => {
  const { text } = await shown([
    started('greeting'),
    { type: 'transcript', stage: 'greeting', from: 'server', text: '* OK ready' },
    { type: 'transcript', stage: 'greeting', from: 'client', text: 'A1 LOGIN [redacted]' },
    { type: 'transcript', stage: 'greeting', from: 'note', text: 'TLS started' },
    passed('greeting', 1, { text: '* OK ready', capabilities: [], authenticated: true }),
    finished('passed', 1),
  ]);
  expect(text).toContain(
    '… running  greeting\n  S: * OK ready\n  C: A1 LOGIN [redacted]\n  *: TLS started\n✓ passed   greeting',
  );
});

test('on a terminal the running stage is shown and its result takes its place', async () => {
  const events = [started('resolve'), passed('resolve', 1, { host: 'm', addresses: ['192.0.2.1'] })];
  const { raw } = await shown([...events, finished('passed', 1)], true);
  expect(raw).toMatch(/… running {2}resolve\r\x1b\[K.*✓/);
});

test('into a pipe, only results are written and no colours', async () => {
  const events = [started('resolve'), passed('resolve', 1, { host: 'm', addresses: ['192.0.2.1'] })];
  const { raw } = await shown([...events, finished('passed', 1)]);
  expect(raw).not.toContain('running');
  expect(raw).not.toContain('\x1b');
});

test('--json writes one event a line, and each reads back as the event it was', async () => {
  const events = [
    started('greeting'),
    passed('greeting', 1.5, { text: 'a\u202e\u009b\u2028\n', capabilities: [], authenticated: true }),
    finished('passed', 2),
  ];
  const out = new PassThrough();
  expect(await reportJson(stream(events), out)).toBe('passed');
  const text = String(out.read());
  expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}]/u);
  const lines = text.trimEnd().split('\n');
  expect(lines.map((line) => TestEvent.parse(JSON.parse(line)))).toEqual(events);
});
