import { describe, expect, inject, it } from 'vitest';
import { scriptedServer } from '../servers/scripted-server.ts';
import { imapScript } from '../servers/scripts/imap.ts';
import { pop3Script } from '../servers/scripts/pop3.ts';
import { smtpScript } from '../servers/scripts/smtp.ts';
import { close, pause } from '../servers/steps.ts';
import { pem, walk } from '../walk.ts';

const { ca: caFile, certificates } = inject('realServers');
const tls = { cert: pem(certificates.valid.cert), key: pem(certificates.valid.key) };
const account = { username: 'ann@mail.test', password: 'hunter2-secret', messageIds: ['4', '9'] };
const plain = { ...account, security: 'plain' as const };

describe('what the READMEs promise', () => {
  it('POP3 in plain text: the password waits for the user name, pipelining or not', async () => {
    await using server = await scriptedServer(pop3Script({ ...plain, on: { USER: '-ERR no such user' } }));
    const { failedAt } = await walk({ type: 'pop3', ...plain, port: server.port });
    expect(failedAt).toBe('login');
    expect(server.receivedBeforeTls.toString()).not.toMatch(/PASS|hunter2/);
  });

  it('a loopback address is not dialled unless it was confirmed', async () => {
    await using server = await scriptedServer(imapScript(plain));
    const settings = { allowAddress: false };
    const { failedAt, failure } = await walk({ type: 'imap', ...plain, port: server.port, settings });
    expect([failedAt, failure?.kind]).toEqual(['resolve', 'address_refused']);
    expect(server.connections).toHaveLength(0);
  });

  it('evidence is scrubbed too: a greeting that holds the password', async () => {
    const greeting = `* OK [CAPABILITY IMAP4rev1] hello ${account.password}`;
    await using server = await scriptedServer(imapScript({ ...plain, on: { GREETING: greeting } }));
    const { events, verdict } = await walk({ type: 'imap', ...plain, port: server.port });
    expect(verdict).toBe('passed');
    expect(JSON.stringify(events)).not.toContain(account.password);
    expect(JSON.stringify(events)).toContain('[redacted]');
  });

  it.each([
    ['plain', 'CRAM-MD5'],
    ['ssl', 'PLAIN'],
    ['tls', 'PLAIN'],
  ] as const)('SMTP with %s logs in by %s', async (security, mechanism) => {
    await using server = await scriptedServer(smtpScript({ ...account, security }), { tls });
    const { evidence } = await walk(
      { type: 'smtp', ...account, security, port: server.port },
      { ca: pem(caFile) },
    );
    expect(evidence('login')).toMatchObject({ mechanism });
    if (security === 'plain') {
      const sent = server.receivedBeforeTls.toString();
      expect(sent).not.toContain(Buffer.from(account.password).toString('base64').slice(0, 12));
    }
  });

  it('SMTP without PIPELINING says MAIL, RSET and QUIT one by one', async () => {
    const capabilities = ['AUTH PLAIN'];
    await using server = await scriptedServer(smtpScript({ ...plain, capabilities }));
    const { verdict } = await walk({ type: 'smtp', ...plain, port: server.port });
    expect(verdict).toBe('passed');
    expect(server.receivedBeforeTls.toString()).toMatch(/MAIL FROM:<small@mail\.test>\r\nRSET\r\nQUIT\r\n$/);
  });

  it('IMAP without AUTH=PLAIN sends what is not ASCII as literals', async () => {
    const odd = { ...plain, password: 'pässwörd', capabilities: ['IMAP4rev1'] };
    await using server = await scriptedServer(imapScript(odd));
    const { verdict, failure } = await walk({ type: 'imap', ...odd, port: server.port });
    expect(failure).toBeUndefined();
    expect(verdict).toBe('passed');
    expect(server.receivedBeforeTls.toString()).toMatch(/LOGIN \{13\}\r\n/);
  });

  it('the password may be a word of the protocol', async () => {
    for (const password of ['PLAIN', 'AUTH PLAIN', 'a', '250', 'CRAM-MD5']) {
      await using server = await scriptedServer(smtpScript({ ...plain, password }));
      const { verdict, evidence } = await walk({ type: 'smtp', ...plain, password, port: server.port });
      expect([password, verdict]).toEqual([password, 'passed']);
      expect(evidence('login')).toHaveProperty('mechanism');
    }
  });

  it('a common name alone is no host name', async () => {
    const nameless = { cert: pem(certificates.nameless.cert), key: pem(certificates.nameless.key) };
    await using server = await scriptedServer(imapScript({ ...account, security: 'ssl' }), { tls: nameless });
    const target = {
      type: 'imap',
      ...account,
      security: 'ssl',
      server: 'localhost',
      port: server.port,
    } as const;
    const { failure } = await walk(target, { ca: pem(caFile), resolver: async () => ['127.0.0.1'] });
    expect(failure?.kind).toBe('cert_hostname_mismatch');
    expect(failure?.detail).toMatch(/names no host/);
  });

  it('a server that says goodbye and hangs up without the tagged OK has passed', async () => {
    await using server = await scriptedServer(imapScript({ ...plain, on: { LOGOUT: ['* BYE', close()] } }));
    const { verdict } = await walk({ type: 'imap', ...plain, port: server.port });
    expect(verdict).toBe('passed');
  });

  it.each(['imap', 'smtp', 'pop3'] as const)('a %s server may take its time to greet', async (type) => {
    const greeting = { imap: '* OK [CAPABILITY IMAP4rev1] hi', smtp: '220 hi', pop3: '+OK hi' }[type];
    const script = { imap: imapScript, smtp: smtpScript, pop3: pop3Script }[type];
    await using server = await scriptedServer(
      script({ ...plain, on: { GREETING: [pause(3_400), greeting] } }),
    );
    const { verdict, failure } = await walk({ type, ...plain, port: server.port });
    expect([verdict, failure]).toEqual(['passed', undefined]);
  });

  it('a greeting that lists less than the server can does not hide STARTTLS', async () => {
    const options = {
      ...account,
      security: 'tls' as const,
      on: { GREETING: '* OK [CAPABILITY IMAP4rev1] hi' },
    };
    await using server = await scriptedServer(imapScript(options), { tls });
    const { verdict, failure } = await walk(
      { type: 'imap', ...account, security: 'tls', port: server.port },
      { ca: pem(caFile) },
    );
    expect([verdict, failure]).toEqual(['passed', undefined]);
  });

  it('ESEARCH is a list too', async () => {
    const on = {
      EXAMINE: ['* 6 EXISTS', 'OK [READ-ONLY] open'],
      'UID SEARCH': ['* ESEARCH (TAG "4") UID ALL 2,4:7,9', 'OK done'],
    };
    await using server = await scriptedServer(imapScript({ ...plain, on }));
    const { ids } = await walk({ type: 'imap', ...plain, port: server.port });
    expect(ids).toEqual({ count: 6, newest: ['9', '7', '6', '5', '4', '2'] });
  });

  it('silence after the greeting is not called a port that expects SSL', async () => {
    await using server = await scriptedServer(smtpScript({ ...plain, on: { EHLO: pause(5_000) } }));
    const { failedAt, failure } = await walk(
      { type: 'smtp', ...plain, port: server.port },
      { timeoutMs: 600 },
    );
    expect([failedAt, failure?.kind]).toEqual(['greeting', 'reply_timeout']);
  });
});
