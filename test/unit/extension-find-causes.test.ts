import { describe, expect, test } from 'vitest';
import { allCauses, type Cause } from '../../extension/causes/cause.ts';
import { findCauses, searchWords } from '../../extension/causes/find-causes.ts';
import { markedPieces } from '../../extension/causes/marked-pieces.ts';
import { failureKinds } from '../../shared/failure.ts';

const causes = allCauses();
const found = (search: string) => findCauses(causes, search).map(({ kind }) => kind);

describe('a search for a cause', () => {
  test.each(['', '   ', '!?'])('with nothing in it (%j) gives all, in the order of a test', (search) => {
    expect(found(search)).toEqual(failureKinds);
  });

  test.each([
    'auth_bad_credentials',
    'AUTH_BAD_CREDENTIALS',
    '  ✕ login  212 ms  auth_bad_credentials: 535 5.7.8 app password needed',
  ])('with a code in it gives that cause alone: %s', (search) => {
    expect(found(search)).toEqual(['auth_bad_credentials']);
  });

  test('with two codes gives both', () => {
    expect(found('tls_closed or tls_timeout?')).toEqual(['tls_closed', 'tls_timeout']);
  });

  test('finds the beginning of a code', () => {
    expect(found('cert_host')).toContain('cert_hostname_mismatch');
    expect(found('starttls')).toEqual(expect.arrayContaining(['starttls_required', 'starttls_injection']));
  });

  test('finds every kind by its own title, first or among those that share the words', () => {
    const missed = causes.filter(({ kind, title }) => !found(title).includes(kind));
    expect(missed).toEqual([]);
  });

  test('puts a word of the title before a word of a step', () => {
    const [first] = found('app password');
    expect(first).toMatch(/^auth_app_password/);
  });

  test('gives nothing when one of the words is nowhere', () => {
    expect(found('password zebra')).toEqual([]);
  });

  test('takes a longer search as a narrower one', () => {
    const wide = found('certificate');
    expect(wide).toEqual(expect.arrayContaining(found('certificate clock')));
    expect(found('certificate clock').length).toBeLessThan(wide.length);
  });
});

test('a Russian cause is found by any ending of its words, and by its English title', () => {
  const russian: Cause[] = [
    {
      kind: 'auth_bad_credentials',
      title: 'Сервер отклонил пароль',
      english: 'Wrong password',
      why: 'Учётная запись',
      steps: [],
    },
    { kind: 'mailbox_locked', title: 'Нет входящих', english: 'Locked', why: 'Сервер', steps: [] },
  ];
  const foundIn = (search: string) => findCauses(russian, search).map(({ kind }) => kind);
  expect(foundIn('пароля')).toEqual(['auth_bad_credentials']);
  expect(foundIn('отклонила УЧЕТНОЙ')).toEqual(['auth_bad_credentials']);
  expect(foundIn('входящие')).toEqual(['mailbox_locked']);
  expect(foundIn('серверы')).toEqual(['auth_bad_credentials', 'mailbox_locked']);
  expect(foundIn('портал')).toEqual([]);
  expect(foundIn('wrong пароль')).toEqual(['auth_bad_credentials']);
});

test('what was found is marked in the text as it is written', () => {
  const shown = (text: string, search: string) =>
    markedPieces(text, search)
      .map(({ text: piece, marked }) => (marked ? `[${piece}]` : piece))
      .join('');
  expect(shown('Wrong Password', 'pass')).toBe('Wrong [Pass]word');
  expect(shown('Йод и ёлка', 'йод елка')).toBe('[Йод] и [ёлка]');
  expect(shown('auth_bad_credentials', 'bad.cred')).toBe('auth_[bad]_[cred]entials');
  expect(shown('Straße (535)', '535')).toBe('Straße ([535])');
  expect(shown('e\u0301te', 'été')).toBe('[e\u0301te]');
  expect(shown('Nothing', '')).toBe('Nothing');
});

test('case, accents and punctuation do not matter in a search', () => {
  expect(searchWords('  Açcés—DENIED (535) ')).toEqual(['acces', 'denied', '535']);
});
