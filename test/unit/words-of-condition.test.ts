import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { letterFields, logFields } from '../../shared/condition/fields.ts';
import { conditionInWords } from '../../shared/condition/condition-in-words.ts';
import { matches } from '../../shared/condition/matches.ts';
import { resolvedCondition } from '../../shared/condition/resolved-condition.ts';
import { wordsOfCondition } from '../../shared/condition/words-of-condition.ts';
import { type Condition, type ConditionRule, LogCondition } from '../../shared/condition.ts';
import { condition, conditionAbout, entry, nowMs, plainConditionAbout } from '../condition/arbitraries.ts';
import { letter } from '../condition/letter-arbitraries.ts';

const here = { nowMs, zone: 'Europe/Berlin' };

describe('the words of a condition', () => {
  test.each([
    'source is "IMAP Auth" and level at least Warning',
    'account is 157425284611357796',
    'message contains "50% \\"off\\" \\\\ here" or username is not Ada',
    'not (level is Debug or test is empty)',
    '(message contains a or message contains b) and not level is Info',
    'message is one of ("a, b", c) and created between 2026-01-01 and yesterday',
    'created on last 15 minutes and created at at or after 2026-01-31T09:05',
    'created on last 7 days or created not on this month or created before last hour',
    'level is not one of (Debug, Info)',
    'message contains "and"',
    'not not (level is Debug or level is Info)',
    'level is one of () or not source is not one of ()',
  ])('%s', (text) => {
    expect(wordsOfCondition(conditionInWords(text, logFields))).toBe(text);
  });

  test.each([
    'status is "In Process" and not sender contains "@acme.example"',
    'recipients contains ada or account is 157425284611357796',
    'sent at at or after 2026-01-31T09:05 and created on today and sent not on yesterday',
    'reply is empty or message id is a1@b or subject starts with Re',
  ])('of letters: %s', (text) => {
    expect(wordsOfCondition(conditionInWords(text, letterFields))).toBe(text);
  });

  test('of letters are read as a condition that means the same of every letter', () => {
    fc.assert(
      fc.property(
        conditionAbout(letterFields),
        fc.array(letter, { minLength: 1, maxLength: 8 }),
        (asked, letters) => {
          const words = wordsOfCondition(asked);
          fc.pre(words !== '');
          const before = resolvedCondition(asked, here);
          const after = resolvedCondition(conditionInWords(words, letterFields), here);
          for (const each of letters) expect(matches(after, each)).toBe(matches(before, each));
        },
      ),
      { numRuns: 1_000 },
    );
  });

  test('what asks nothing has none', () => {
    expect(wordsOfCondition({ combinator: 'and', rules: [{ combinator: 'or', rules: [] }] })).toBe('');
  });

  test.each([
    ['groups with NOT as deep as they may be', nested(5)],
    [
      'as many groups with NOT side by side as there may be',
      {
        combinator: 'and',
        rules: Array.from({ length: 25 }, () => ({ ...nested(1), combinator: 'and' as const })),
      } satisfies Condition,
    ],
    [
      'as many empty lists as there may be',
      {
        combinator: 'or',
        rules: Array.from({ length: 50 }, () => ({ field: 'level', operator: 'isOneOf', value: [] })),
      } satisfies Condition,
    ],
  ])('of %s are read as the very same', (_, asked) => {
    expect(LogCondition.safeParse(asked).success).toBe(true);
    expect(readAgain(asked)).toEqual(asked);
  });

  test('are read as a condition that means the same of every record', () => {
    fc.assert(
      fc.property(condition, fc.array(entry, { minLength: 1, maxLength: 8 }), (asked, entries) => {
        const read = readAgain(asked);
        fc.pre(read !== undefined);
        const before = resolvedCondition(asked, here);
        const after = resolvedCondition(read, here);
        for (const each of entries) {
          const record = { id: '157425284611357796', ...each };
          expect(matches(after, record)).toBe(matches(before, record));
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test('of groups that join something, or turn it around, are read as the very same', () => {
    fc.assert(
      fc.property(plainConditionAbout(logFields), (asked) => {
        expect(readAgain(asked)).toEqual(asked);
      }),
      { numRuns: 5_000 },
    );
  });

  test('of a condition that was read are read as the very same one', () => {
    fc.assert(
      fc.property(condition, (asked) => {
        const read = readAgain(asked);
        fc.pre(read !== undefined);
        expect(readAgain(read)).toEqual(read);
      }),
      { numRuns: 2_000 },
    );
  });
});

/** Undefined where nothing is asked. */
function readAgain(asked: Condition): Condition | undefined {
  const words = wordsOfCondition(asked);
  return words === '' ? undefined : conditionInWords(words, logFields);
}

function nested(depth: number): Condition {
  const rules = [levelIs('Debug'), levelIs('Info')];
  return { combinator: 'or', not: true, rules: depth === 1 ? rules : [...rules, nested(depth - 1)] };
}

function levelIs(value: string): ConditionRule {
  return { field: 'level', operator: 'is', value };
}
