import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { againSentence } from '../../shared/again-sentence.ts';
import { AccountForm } from '../../shared/account.ts';
import { attemptWords } from '../../shared/attempt-words.ts';
import { ConnectionTrouble } from '../../shared/connection-trouble.ts';
import { evidenceWords } from '../../shared/evidence-words.ts';
import { titleOf } from '../../shared/explanation/title.ts';
import { speak } from '../../shared/language.ts';
import { propertyNames } from '../../shared/properties.ts';
import { accountRefusal, meaningOf, propertySchema } from '../../shared/property-rules.ts';
import { russian } from '../../shared/texts/russian.ts';
import { learn } from '../../shared/texts.ts';
import type { TestWarning } from '../../shared/warning.ts';
import { warningSentence } from '../../shared/warning-sentence.ts';
import { imapConnection } from '../store/examples.ts';
import { cyrillic, untranslated } from '../russian.ts';

/** A page whose reader reads Russian. */
describe('on a Russian page', () => {
  beforeAll(() => {
    learn('ru', russian);
    speak('ru');
  });
  afterAll(() => speak('en'));

  test('rules that a form breaks are Russian', () => {
    const connection = { type: 'smtp', server: 'a b', port: 0, username: '', ssl: true, tls: true };
    const issues = AccountForm.safeParse({ name: '', connection }).error?.issues ?? [];
    expect(issues.map(({ message }) => message)).toEqual([
      'Не указано название.',
      expect.stringMatching(/^В поле «Сервер»/),
      'Порт — это число от 1 до 65535.',
      'Не указано имя пользователя.',
      expect.stringMatching(/исключают друг друга/),
      expect.stringMatching(/^Не указано, от кого/),
    ]);
  });

  test.each(propertyNames)('%s has a meaning and refuses in Russian', (name) => {
    expect(meaningOf(name)).toMatch(cyrillic);
    for (const value of [['x'], -1.5, { a: 1 }]) {
      const [issue] = propertySchema(name).safeParse(value).error?.issues ?? [];
      expect(issue?.message).toMatch(cyrillic);
      expect(untranslated(issue?.message ?? '')).toEqual([]);
    }
  });

  test('an account that cannot be the default is refused in Russian', () => {
    const account = { name: 'Work', active: true, connection: imapConnection };
    expect(accountRefusal('default.email.account.send', '157425284611357796', account)).toBe(
      'default.email.account.send: нужна учётная запись SMTP, а «Work» — IMAP.',
    );
  });

  test('titles, troubles and what a stage found are Russian', () => {
    expect(titleOf('connect_timeout')).toBe('Сервер не отвечает');
    expect(new ConnectionTrouble('lost').message).toBe('Связь со службой потеряна.');
    expect(againSentence(false)).toMatch(/не поможет\.$/);
    expect(attemptWords([{ address: '192.0.2.1', ms: 4999.7, error: 'ETIMEDOUT' }])).toBe(
      '192.0.2.1 (ETIMEDOUT через 5000 мс)',
    );
    const about = { security: 'ssl', username: 'ada' } as const;
    const found = (count: number) => evidenceWords('mailbox', { count, newest: ['9'] }, about);
    expect([1, 2, 5, 11, 21, 112].map(found)).toEqual([
      '1 письмо, новейшие: 9',
      '2 письма, новейшие: 9',
      '5 писем, новейшие: 9, …',
      '11 писем, новейшие: 9, …',
      '21 письмо, новейшие: 9, …',
      '112 писем, новейшие: 9, …',
    ]);
  });

  test.each<TestWarning>([
    { kind: 'plain_password' },
    { kind: 'not_validated', findings: ['cert_expired', 'cert_self_signed'] },
    { kind: 'not_validated', findings: [] },
    { kind: 'pin_alone', findings: ['cert_expired'] },
    { kind: 'certificate_ends', days: 2, validTo: '2026-11-28T00:00:00.000Z' },
    { kind: 'weak_key', strength: 'RSA 1024' },
    { kind: 'no_uidl' },
    { kind: 'other_count', announced: 3, listed: 2 },
  ])('the warning $kind is a Russian sentence', (warning) => {
    const sentence = warningSentence(warning);
    expect(sentence).toMatch(/^[А-ЯЁ].{20,}\.$/);
    expect(untranslated(sentence)).toEqual([]);
  });

  test('days are counted as Russian counts them', () => {
    const ends = (days: number) => warningSentence({ kind: 'certificate_ends', days, validTo: '2026-11-28' });
    expect([1, 3, 11, 21].map((days) => /\d+ [а-я]+/.exec(ends(days))?.[0])).toEqual([
      '1 день',
      '3 дня',
      '11 дней',
      '21 день',
    ]);
  });
});
