import { describe, expect, test } from 'vitest';
import { contexts } from './explanation-contexts.ts';
import type { AccountType } from '../../shared/account.ts';
import { providerCases } from '../../shared/explanation/provider-cases.ts';
import { providerOf } from '../../shared/explanation/provider.ts';
import { type Explanation, type ExplanationContext, explain } from '../../shared/explanation.ts';
import { type FailureKind, failureKinds } from '../../shared/failure.ts';

describe.each(failureKinds)('%s', (kind) => {
  const explained = contexts.map((context) => ({
    context: JSON.stringify(context),
    ...explain(kind, context),
  }));

  test('is explained for a help desk, whatever is known', () => {
    for (const { context, title, why, steps } of explained) {
      expect(title.length, context).toBeGreaterThan(10);
      expect(title.length, title).toBeLessThanOrEqual(70);
      expect([1, 2], why).toContain(sentences(why));
      expect(steps.length, context).toBeGreaterThanOrEqual(2);
      expect(steps.length, context).toBeLessThanOrEqual(5);
      for (const step of steps) expect(step).toMatch(/^[A-Z].{10,}[.]$/);
      expect([title, why, ...steps].join(' ')).not.toMatch(/undefined|\[object/);
      // As people say it: a space, a user name and a password.
      expect([title, why, ...steps].join(' ')).not.toMatch(/\b(?:blanks?|(?:this|same) pair)\b/i);
    }
  });

  test('is never mended by weaker security', () => {
    for (const { steps } of explained) {
      const text = steps.join('\n');
      expect(text).not.toMatch(/Disable Certificate Validation|(?:use|allow|choose) plain/i);
      for (const step of steps.filter((one) => /Enable TLS off/.test(one)))
        expect(step).toContain('Enable SSL on');
    }
  });
});

test('no two kinds share a title', () => {
  for (const context of [{}, { type: 'imap', security: 'ssl' }, { type: 'smtp', security: 'tls' }] as const) {
    const titles = failureKinds.map((kind) => explain(kind, context).title);
    expect(new Set(titles).size).toBe(titles.length);
  }
});

describe('SSL or STARTTLS', () => {
  test.each<[AccountType, string, string]>([
    ['smtp', '465', '587'],
    ['imap', '993', '143'],
    ['pop3', '995', '110'],
  ])('the direction and the usual ports of %s are named', (type, ssl, tls) => {
    const fromSsl = explain('tls_wrong_mode', { type, security: 'ssl', port: 2525 });
    const fromTls = explain('tls_wrong_mode', { type, security: 'tls', port: 2525 });
    expect(fromSsl.title).not.toBe(fromTls.title);
    for (const { steps } of [fromSsl, fromTls]) {
      expect(steps.join(' ')).toContain(ssl);
      expect(steps.join(' ')).toContain(tls);
    }
    expect(fromSsl.steps.join(' ')).toContain('Enable TLS on');
    expect(fromTls.steps[0]).toContain('Enable SSL on');
  });
});

describe('steps of a provider', () => {
  test.each<[FailureKind, ExplanationContext, RegExp]>([
    ['auth_bad_credentials', { server: 'smtp.gmail.com' }, /apppasswords/],
    ['auth_app_password_likely', { server: 'imap.mail.me.com' }, /account\.apple\.com/],
    ['auth_app_password_likely', { server: 'imap.mail.yahoo.com' }, /login\.yahoo\.com/],
    ['auth_protocol_disabled', { server: 'smtp.office365.com', type: 'smtp' }, /Authenticated SMTP/],
    ['auth_ambiguous', { server: 'imap.yandex.ru' }, /Email clients/],
    ['auth_app_password_required', { server: 'smtp.mail.ru' }, /external applications/],
    ['auth_ambiguous', { server: 'imap.web.de' }, /POP3 & IMAP/],
    ['auth_app_password_required', { server: 'smtp.qq.com' }, /authorization code/],
    ['client_id_required', { server: 'imap.163.com' }, /authorization code/],
    [
      'auth_bad_credentials',
      { server: '127.0.0.1', reply: '* NO [X] Proton Mail Bridge' },
      /Mailbox details/,
    ],
    ['auth_bad_credentials', { server: 'email-smtp.eu-west-1.amazonaws.com' }, /SES console/],
    ['auth_bad_credentials', { server: 'smtp.sendgrid.net' }, /apikey/],
    [
      'auth_bad_credentials',
      { reply: '535 5.7.8 Username and Password not accepted - gsmtp' },
      /apppasswords/,
    ],
  ])('%s %j', (kind, context, steps) => {
    expect(explain(kind, context).steps.join('\n')).toMatch(steps);
    expect(explain(kind).steps.join('\n')).not.toMatch(
      steps.source === 'authorization code' ? /phone/ : steps,
    );
  });

  test('a look-alike host name is no provider', () => {
    expect(providerOf('gmail.com.example.org', undefined)).toBeUndefined();
    expect(providerOf('mygmx.net', undefined)).toBeUndefined();
  });

  test('no provider has two answers to one cause', () => {
    for (const cases of Object.values(providerCases)) {
      const kinds = Object.values<{ kinds: readonly FailureKind[] }>(cases).flatMap(({ kinds }) => kinds);
      expect(new Set(kinds).size).toBe(kinds.length);
    }
  });
});

test('an ambiguous refusal says which causes share the words and which test tells them apart', () => {
  const { why, steps }: Explanation = explain('auth_ambiguous', { type: 'pop3' });
  expect(why).toMatch(/wrong password.*POP3 access.*another kind of password/);
  expect(steps[0]).toMatch(/web mail/);
});

function sentences(text: string): number {
  return text.split(/[.!?](?:\s|$)/).filter((part) => part.trim()).length;
}
