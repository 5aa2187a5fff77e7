import { describe, expect, test } from 'vitest';
import { logArguments } from '../../daemon/cli/options/log-arguments.ts';
import { UsageError } from '../../daemon/cli/usage-error.ts';

const nowMs = Date.parse('2026-03-29T12:00:00.000Z');

function refused(...args: string[]): readonly string[] {
  try {
    logArguments(args, nowMs);
  } catch (error) {
    if (error instanceof UsageError) return error.sentences;
    throw error;
  }
  return [];
}

describe('the arguments of mailprobe logs', () => {
  test('become one condition', () => {
    const { condition, limit } = logArguments(
      [
        '--where',
        'level at least Warning',
        '--since',
        '1h',
        '--account',
        '157425284611357796',
        '--limit',
        '900',
      ],
      nowMs,
    );
    expect(limit).toBe(900);
    expect(condition).toEqual({
      combinator: 'and',
      rules: [
        { combinator: 'and', rules: [{ field: 'level', operator: 'atLeast', value: 'Warning' }] },
        { field: 'createdAt', operator: 'atOrAfter', value: '2026-03-29T11:00:00.000Z' },
        { field: 'accountId', operator: 'is', value: '157425284611357796' },
      ],
    });
  });

  test.each([
    ['last hour', 'lastHour'],
    ['Last 7  days', 'last7Days'],
    ['today', 'today'],
    ['2026-01-31', '2026-01-31'],
  ])('--since %s is a date as conditions have them', (since, value) => {
    expect(logArguments(['--since', since], nowMs).condition.rules).toEqual([
      { field: 'createdAt', operator: 'atOrAfter', value },
    ]);
  });

  test('point at the place in a condition that cannot be read', () => {
    expect(refused('--where', 'source is "IMAP Auth" and level above Info')).toEqual([
      '--where: Here fits: is, is not, is one of, is not one of, at least, at most.',
      '  source is "IMAP Auth" and level above Info',
      '                                  ^^^^^',
    ]);
  });

  test('show the part of a long condition where the trouble is, and nothing that a terminal would obey', () => {
    const [, line = '', carets = ''] = refused(
      '--where',
      `${'message is "\u001B[2J" and '.repeat(9)}colour is red and level is Info`,
    );
    expect(line).toMatch(/^ {2}….*colour is red and level is Info$/);
    expect(line).not.toContain('\u001B');
    expect(line.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('colour');
  });

  test.each([
    ['last 15 minutes', 'last15Minutes'],
    ['Last  Hour', 'lastHour'],
    ['this month', 'thisMonth'],
    ['Today', 'today'],
  ])('since %s has the date that a condition says so', (words, value) => {
    const { condition } = logArguments(['--since', words], nowMs);
    expect(condition.rules).toEqual([{ field: 'createdAt', operator: 'atOrAfter', value }]);
  });

  test.each([
    [['--since', 'constructor'], /--since: is a time such as/],
    [['--since', 'tomorrow'], /--since: is a time such as/],
    [['--limit', '10001'], /--limit: is a whole number/],
    [['--follow', '--reverse'], /give only one/],
    [['--test', '12'], /^--test: "12" is no id\. An id is 18 digits; .*logs --json.*"testId"/],
    [['--account', '12'], /^--account: "12" is no id\. .*mailprobe accounts lists/],
  ])('%s is refused', (args, sentence) => {
    expect(refused(...args).join(' ')).toMatch(sentence);
  });
});
