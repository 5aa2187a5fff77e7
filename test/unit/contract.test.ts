import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountTypes, ConnectionSettings, defaultPort } from '../../shared/account.ts';
import { Id, idSource } from '../../shared/id.ts';
import { LogRecord } from '../../shared/log.ts';
import { stagesOf } from '../../shared/stages.ts';

const good = { type: 'imap', server: 'imap.example.com', port: 993, username: 'ada', ssl: true };

function refusals(change: Record<string, unknown>): string[] {
  const { error } = ConnectionSettings.safeParse({ ...good, ...change });
  return error?.issues.map(({ message }) => message) ?? [];
}

describe('connection settings', () => {
  it('are accepted with their defaults filled in', () => {
    const settings = ConnectionSettings.parse(good);
    expect(settings).toMatchObject({ tls: false, insecure: false, debug: false, allowPlain: false, pin: '' });
  });

  it.each([
    ['SSL with TLS', { tls: true }, /exclude each other/],
    ['plain text unasked', { ssl: false }, /plain text/],
    ['SMTP without From', { type: 'smtp' }, /From is missing/],
    ['a scheme', { server: 'imaps://imap.example.com' }, /scheme/],
    ['a port in the server', { server: 'imap.example.com:993' }, /alone/],
    ['a path in the server', { server: 'imap.example.com/inbox' }, /alone/],
    ['no server', { server: '  ' }, /missing/],
    ['port 0', { port: 0 }, /1 to 65535/],
    ['half a port', { port: 99.5 }, /whole number/],
    ['a line break in the user name', { username: 'ada\r\nQUIT' }, /one line/],
    ['a line break in From', { from: 'ada@example.com\nRCPT' }, /one line/],
    ['half a pin', { pin: 'abc' }, /44 characters/],
    ['an unknown field', { colour: 'red' }, /./],
  ])('refuse %s with a sentence', (_name, change, sentence) => {
    expect(refusals(change).join(' ')).toMatch(sentence);
  });

  it.each([
    'imap.example.com',
    'imap.example.com.',
    'поща.example',
    'localhost',
    '192.0.2.1',
    '2001:db8::1',
    'mail_1.example',
  ])('take %s as a server', (server) => expect(refusals({ server })).toEqual([]));
});

describe('stages', () => {
  it('are those of the contract, in its order', () => {
    expect(stagesOf('smtp', 'tls')).toEqual([
      'resolve',
      'connect',
      'greeting',
      'starttls',
      'login',
      'sender',
      'logout',
    ]);
    expect(stagesOf('imap', 'ssl')).toEqual([
      'resolve',
      'connect',
      'tls',
      'greeting',
      'login',
      'mailbox',
      'logout',
    ]);
    expect(stagesOf('pop3', 'plain')).toEqual([
      'resolve',
      'connect',
      'greeting',
      'login',
      'mailbox',
      'logout',
    ]);
  });

  it('have a usual port for every type and security', () => {
    const ports = accountTypes.map((type) =>
      (['ssl', 'tls', 'plain'] as const).map((mode) => defaultPort(type, mode)),
    );
    expect(ports).toEqual([
      [465, 587, 25],
      [993, 143, 143],
      [995, 110, 110],
    ]);
  });
});

describe('ids', () => {
  it('are 18 digits and rise strictly, whatever the clock does', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 8_640_000_000_000_000 }), { minLength: 2 }), (times) => {
        let at = 0;
        const next = idSource(() => times[at++ % times.length] ?? 0);
        const ids = times.map(() => next());
        for (const id of ids) expect(Id.safeParse(id).success).toBe(true);
        expect(ids.toSorted()).toEqual(ids);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });
});

describe('a log record', () => {
  it('takes UTC milliseconds and nothing else as its time', () => {
    const record = {
      id: '157425284611357796',
      source: 'IMAP Auth',
      level: 'Info',
      message: 'm',
      username: 'ada',
      createdBy: '100000000000000000',
    };
    expect(LogRecord.safeParse({ ...record, createdAt: '2026-11-22T10:00:00.123Z' }).success).toBe(true);
    expect(LogRecord.safeParse({ ...record, createdAt: '2026-11-22 10:00' }).success).toBe(false);
  });
});
