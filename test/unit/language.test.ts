import { expect, test } from 'vitest';
import { acceptedLanguage, languageOf, speak, speaking, spokenLanguage } from '../../shared/language.ts';

test.each([
  [undefined, 'en'],
  ['', 'en'],
  ['ru', 'ru'],
  ['ru-RU,ru;q=0.9,en-US;q=0.8', 'ru'],
  ['de-DE, RU;q=0.5, en;q=0.4', 'ru'],
  ['en;q=0.2, ru;q=0.3', 'ru'],
  ['ru;q=0, en', 'en'],
  ['rubbish, x;;;q=, \u0000', 'en'],
  ['ru;q=2', 'en'],
])('%j is answered in %s', (header, language) => {
  expect(acceptedLanguage(header)).toBe(language);
});

test('no more of a header is read than any browser sends', () => {
  expect(acceptedLanguage(`${'de,'.repeat(500)}ru`)).toBe('en');
});

test('a language is meant with each of its regions, and with no name that begins like it', () => {
  expect(['ru', 'ru-ru', 'ru-by', 'en-gb', 'rue', 'de', ''].map(languageOf)).toEqual([
    'ru',
    'ru',
    'ru',
    'en',
    undefined,
    undefined,
    undefined,
  ]);
});

test('a page speaks one language from its start on, and another only for a moment', () => {
  expect(spokenLanguage()).toBe('en');
  speak('ru');
  expect(speaking('en', spokenLanguage)).toBe('en');
  expect(spokenLanguage()).toBe('ru');
  speak('en');
});
