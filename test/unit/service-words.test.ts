import type { TestWarning } from '../../shared/warning.ts';
import { describe, expect, it } from 'vitest';
import { copiedName } from '../../daemon/service/accounts/copied-name.ts';
import { fitting } from '../../daemon/service/tests/fitting.ts';
import { logOfEvent } from '../../daemon/service/tests/log-of-event.ts';
import { settingsFingerprint } from '../../daemon/service/tests/settings-fingerprint.ts';
import { TestEvent } from '../../shared/event.ts';
import { imapConnection, smtpConnection } from '../store/examples.ts';

describe('the log of an event', () => {
  const words = (event: TestEvent, settings = imapConnection) => logOfEvent(event, settings);

  it('says nothing of a stage that begins, but for the call for ids', () => {
    expect(words({ type: 'started', stage: 'connect' })).toEqual([]);
    expect(words({ type: 'started', stage: 'mailbox' })).toHaveLength(1);
  });

  it('shows what a server writes to deceive a terminal', () => {
    const evidence = { text: '* OK \u001b[2J\u202eready\nmore', capabilities: [], authenticated: true };
    const [said] = words({ type: 'passed', stage: 'greeting', ms: 1, evidence });
    expect(said?.message).toBe(String.raw`The server greeted: * OK \x1b[2J\u202eready / more`);
  });

  it('keeps to the stage when the evidence has an unknown shape', () => {
    expect(words({ type: 'passed', stage: 'tls', ms: 1, evidence: {} })).toEqual([
      { source: 'IMAP Auth', level: 'Info', message: 'Stage tls passed.' },
    ]);
  });

  it('writes each line of a session at Debug, under who said it', () => {
    const line = { type: 'transcript', stage: 'login', from: 'server', text: '1 OK' } as const;
    expect(words(line, smtpConnection)).toEqual([
      { source: 'SMTP Auth', level: 'Debug', message: 'S: 1 OK' },
    ]);
  });

  it('writes warnings before the verdict, and a cancelled test at Info', () => {
    const warnings: TestWarning[] = [{ kind: 'weak_key', strength: 'RSA\u202e 1' }];
    expect(
      words({ type: 'finished', verdict: 'cancelled', ms: 12.3, warnings }).map(
        ({ level, message }) => `${level}: ${message}`,
      ),
    ).toEqual([
      String.raw`Warning: The server’s key is weak (RSA\u202e 1): 2048 bits are the least for RSA.`,
      'Info: The test was cancelled after 12 ms.',
    ]);
  });
});

describe('an event that a hostile server made long', () => {
  const names = Array.from({ length: 100 }, (_, at) => `${'\u0001'.repeat(200)}${at}.example`);
  const certificate = { subject: 's'.repeat(5_000), names };
  const evidence = { certificates: Array.from({ length: 10 }, () => certificate), trust: 'validated' };
  const event = { type: 'passed', stage: 'tls', ms: 1, evidence } as const;

  it('is cut until it fits a line, and stays an event', () => {
    const fit = fitting(event, 32 * 1024);
    expect(JSON.stringify(fit).length).toBeLessThanOrEqual(32 * 1024);
    expect(TestEvent.safeParse(fit).success).toBe(true);
    expect(fit).toMatchObject({ stage: 'tls', evidence: { trust: 'validated' } });
  });

  it('is left alone when it is short', () => {
    const short = { type: 'started', stage: 'tls' } as const;
    expect(fitting(short, 32 * 1024)).toBe(short);
  });
});

it('the name of a copy is cut to 128 characters, never through one', () => {
  expect(copiedName('Work', 'en')).toBe('Copy of Work');
  expect(copiedName('Work', 'ru')).toBe('Копия: Work');
  expect(copiedName('n'.repeat(128), 'en')).toHaveLength(128);
  expect(copiedName(`${'n'.repeat(119)}😀`, 'en')).toBe(`Copy of ${'n'.repeat(119)}`);
});

it('a fingerprint differs by what a test sees, and by nothing else', () => {
  const one = settingsFingerprint(imapConnection);
  expect(settingsFingerprint({ ...imapConnection, debug: true, from: 'a@b.example' })).toBe(one);
  for (const change of [
    { port: 143 },
    { pin: `${'A'.repeat(43)}=` },
    { allowAddress: true },
    { username: 'eve' },
  ]) {
    expect(settingsFingerprint({ ...imapConnection, ...change })).not.toBe(one);
  }
  expect(settingsFingerprint({ ...smtpConnection, from: 'eve@acme.example' })).not.toBe(
    settingsFingerprint(smtpConnection),
  );
});
