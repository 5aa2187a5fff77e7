import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conditionInWords } from '../../shared/condition/condition-in-words.ts';
import { matches } from '../../shared/condition/matches.ts';
import { resolvedCondition } from '../../shared/condition/resolved-condition.ts';
import { wordsOfCondition } from '../../shared/condition/words-of-condition.ts';
import { Condition, type ConditionRule } from '../../shared/condition.ts';
import { condition, entry, nowMs } from '../condition/arbitraries.ts';

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
    expect(wordsOfCondition(conditionInWords(text))).toBe(text);
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
    expect(Condition.safeParse(asked).success).toBe(true);
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
  return words === '' ? undefined : conditionInWords(words);
}

function nested(depth: number): Condition {
  const rules = [levelIs('Debug'), levelIs('Info')];
  return { combinator: 'or', not: true, rules: depth === 1 ? rules : [...rules, nested(depth - 1)] };
}

function levelIs(value: string): ConditionRule {
  return { field: 'level', operator: 'is', value };
}
