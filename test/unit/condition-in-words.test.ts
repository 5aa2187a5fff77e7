import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { letterFields, logFields } from '../../shared/condition/fields.ts';
import { conditionInWords } from '../../shared/condition/condition-in-words.ts';
import { ConditionTrouble } from '../../shared/condition/condition-tokens.ts';
import { speaking } from '../../shared/language.ts';
import { learn } from '../../shared/texts.ts';
import { russian } from '../../shared/texts/russian.ts';

const rule = (field: string, operator: string, value?: unknown) =>
  value === undefined ? { field, operator } : { field, operator, value };

describe('a condition in words', () => {
  test.each([
    [
      'source is "IMAP Auth" and level at least Warning',
      { combinator: 'and', rules: [rule('source', 'is', 'IMAP Auth'), rule('level', 'atLeast', 'Warning')] },
    ],
    ['SOURCE IS imap auth', { combinator: 'and', rules: [rule('source', 'is', 'IMAP Auth')] }],
    [
      'message contains a or message contains b and level is error',
      {
        combinator: 'or',
        rules: [
          rule('message', 'contains', 'a'),
          { combinator: 'and', rules: [rule('message', 'contains', 'b'), rule('level', 'is', 'Error')] },
        ],
      },
    ],
    [
      'not (account is empty or test is 157425284611357796)',
      {
        combinator: 'or',
        not: true,
        rules: [rule('accountId', 'isEmpty'), rule('testId', 'is', '157425284611357796')],
      },
    ],
    [
      'message is one of ("a, b", c) and created at between 2026-01-01 and yesterday',
      {
        combinator: 'and',
        rules: [
          rule('message', 'isOneOf', ['a, b', 'c']),
          rule('createdAt', 'between', ['2026-01-01', 'yesterday']),
        ],
      },
    ],
    [
      'created at on last 15 minutes',
      { combinator: 'and', rules: [rule('createdAt', 'on', 'last15Minutes')] },
    ],
    [
      'level is not one of debug, info and user name is not “Ada”',
      {
        combinator: 'and',
        rules: [rule('level', 'isNotOneOf', ['Debug', 'Info']), rule('username', 'isNot', 'Ada')],
      },
    ],
    [
      'Source = Email Logger AND Level = Error',
      {
        combinator: 'and',
        rules: [rule('source', 'is', 'Email Logger'), rule('level', 'is', 'Error')],
      },
    ],
    [
      'level >= warning and username != ada and created at < today and created <= 2026-01-31',
      {
        combinator: 'and',
        rules: [
          rule('level', 'atLeast', 'Warning'),
          rule('username', 'isNot', 'ada'),
          rule('createdAt', 'before', 'today'),
          rule('createdAt', 'atOrBefore', '2026-01-31'),
        ],
      },
    ],
    [
      String.raw`message ends with 'it\'s "50%"'`,
      { combinator: 'and', rules: [rule('message', 'endsWith', `it's "50%"`)] },
    ],
  ])('%s', (text, condition) => {
    expect(conditionInWords(text, logFields)).toEqual(condition);
  });

  test.each([
    ['', '^', 'A field is missing here.'],
    ['colour is red', '^^^^^^', /no such field/],
    ['level contains x', '      ^^^^^^^^', /Here fits: is, is not, is one of, .*at least/],
    ['message > x', '        ^', /Here fits: is, is not, contains/],
    ['level is Loud', '         ^^^^', /no such value/],
    ['source is "IMAP', '          ^', /not closed/],
    ['(level is Info', '^', 'This bracket is not closed.'],
    ['level is Info level is Error', '              ^^^^^', /"and", "or" or the end/],
    ['created at on tomorrow', '              ^^^^^^^^', /A date is/],
    ['created at between today', '                        ^', /two dates/],
    ['account is 12', '           ^^', 'An id is 18 digits.'],
    ['message contains', '                ^', 'A value is missing here.'],
  ])('"%s" is refused at its place', (text, marked, sentence) => {
    try {
      conditionInWords(text, logFields);
      expect.unreachable();
    } catch (error) {
      if (!(error instanceof ConditionTrouble)) throw error;
      expect(error.message).toMatch(sentence);
      expect(' '.repeat(error.at) + '^'.repeat(Math.max(1, error.end - error.at))).toBe(marked);
    }
  });

  test.each([
    ['', 'Здесь не хватает поля.'],
    ['colour is red', /^Такого поля нет; есть created/],
    ['level contains x', /^Здесь подходит: is, is not, /],
    ['level is Loud', /^Уровень: такого значения нет; есть Debug/],
    ['source is "IMAP', 'Кавычки не закрыты: не хватает ".'],
    ['(level is Info', 'Эта скобка не закрыта.'],
    ['level is one of (Info', 'Эта скобка не закрыта.'],
    ['level is Info level is Error', 'Здесь ожидается and, or или конец условия.'],
    ['created at between today', 'Для промежутка нужны две даты, а между ними слово and.'],
    ['message contains', 'Здесь не хватает значения.'],
    ['not '.repeat(60), 'Слишком глубокая вложенность.'],
    [`${'(level is Info and '.repeat(6)}level is Info${')'.repeat(6)}`, /^В условии может быть не больше 50/],
  ])('why "%s" is refused is said in Russian to whom speaks it', (text, sentence) => {
    learn('ru', russian);
    expect(() => speaking('ru', () => conditionInWords(text, logFields))).toThrow(sentence);
  });

  test('each list has fields of its own', () => {
    expect(conditionInWords('from contains ada and status is in process', letterFields)).toEqual({
      combinator: 'and',
      rules: [rule('sender', 'contains', 'ada'), rule('status', 'is', 'In Process')],
    });
    expect(() => conditionInWords('level is Error', letterFields)).toThrow(
      'There is no such field; there are created, status, subject, sender, recipients,',
    );
    expect(() => conditionInWords('status is Failed', logFields)).toThrow('no such field');
  });

  test('whatever is typed, it is read or refused with a place inside of it', () => {
    const words = [
      'source',
      'is',
      'not',
      'and',
      'or',
      '(',
      ')',
      ',',
      '"x"',
      '"',
      'message',
      'contains',
      'one of',
      'today',
    ];
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...words), fc.string()), { maxLength: 12 }), (parts) => {
        const text = parts.join(' ');
        try {
          conditionInWords(text, logFields);
        } catch (error) {
          if (!(error instanceof ConditionTrouble)) throw error;
          expect(error.at).toBeLessThanOrEqual(error.end);
          expect(error.end).toBeLessThanOrEqual(text.length + 1);
        }
      }),
      { numRuns: 3_000 },
    );
  });

  test('thousands of brackets are refused, and do not end the program', () => {
    expect(() => conditionInWords('('.repeat(5_000), logFields)).toThrow(ConditionTrouble);
  });
});
