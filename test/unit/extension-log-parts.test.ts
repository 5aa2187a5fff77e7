import { describe, expect, test, vi } from 'vitest';
import { askedCondition } from '../../extension/records/asked-condition.ts';
import {
  type ConditionPart,
  partsOf,
  searchOf,
  whereUpTo,
  whereWith,
  whereWithout,
  whereWithSearch,
} from '../../extension/records/condition-parts.ts';
import { cellRules } from '../../extension/records/cell-rules.ts';
import { knownColumns, movedColumn } from '../../extension/records/columns.ts';
import { logKind } from '../../extension/log/log-kind.ts';
import { onlyTest } from '../../extension/log/only-test.ts';
import { partWords } from '../../extension/records/rule-words.ts';
import { logFields } from '../../shared/condition/fields.ts';
import type { LogRecord } from '../../shared/log.ts';

vi.mock(import('../../extension/state/call.ts'), () => ({ call: vi.fn() }) as never);
vi.mock(import('../../extension/link/daemon.ts'), () => ({ daemon: vi.fn() }) as never);

const where = 'source is "IMAP Auth" and (level is Error or level is Warning) and message contains timeout';

describe('the crumbs of a condition', () => {
  test('are the parts that "and" joins', () => {
    const parts = partsIn(where);
    expect(parts).toHaveLength(3);
    expect(whereUpTo(parts, 0)).toBe('source is "IMAP Auth"');
    expect(whereUpTo(parts, 1)).toBe('source is "IMAP Auth" and (level is Error or level is Warning)');
    expect(whereWithout(parts, 1)).toBe('source is "IMAP Auth" and message contains timeout');
    expect(whereWithout(partsIn('level is Info'), 0)).toBe('');
  });

  test('a condition that "or" joins is one, and stays as it is when it stands alone', () => {
    const parts = partsIn('level is Error or not source is System');
    expect(parts).toHaveLength(1);
    expect(whereUpTo(parts, 0)).toBe('level is Error or not source is System');
    expect(partsIn('not level is Info')).toHaveLength(1);
    expect(partsIn('')).toEqual([]);
  });

  test('take one more question, once', () => {
    const rule = { field: 'level', operator: 'isNot', value: 'Debug' } as const;
    const more = whereWith(partsIn('level is Error or level is Info'), rule);
    expect(more).toBe('(level is Error or level is Info) and level is not Debug');
    expect(whereWith(partsIn(more), rule)).toBe(more);
  });

  test('say what they ask', () => {
    expect(partsIn(where).map(partWords)).toEqual([
      'Source is IMAP Auth',
      'Level is Error or Level is Warning',
      'Message contains “timeout”',
    ]);
    expect(partsIn('not (account is empty or created between yesterday and today)').map(partWords)).toEqual([
      'not (Account is empty or Created between yesterday and today)',
    ]);
  });
});

describe('the search', () => {
  test('is the part that says what the message contains', () => {
    const parts = partsIn(where);
    expect(searchOf(parts, 'message')).toBe('timeout');
    expect(whereWithSearch(parts, 'message', 'time "out"')).toBe(
      String.raw`source is "IMAP Auth" and (level is Error or level is Warning) and message contains "time \"out\""`,
    );
    expect(whereWithSearch(parts, 'message', '')).toBe(whereWithout(parts, 2));
    expect(whereWithSearch([], 'message', 'a')).toBe('message contains a');
    expect(searchOf(partsIn('message contains a or level is Info'), 'message')).toBe('');
  });
});

test('words that cannot be read say where and why', () => {
  const { condition, trouble } = askedCondition('source is "IMAP', logFields);
  expect(condition).toBeUndefined();
  expect(trouble).toMatchObject({ at: 10, message: expect.stringContaining('not closed') as unknown });
});

test('a conversation is that of one test alone', () => {
  expect(onlyTest(partsIn('test is 157425284611357001'))).toBe('157425284611357001');
  expect(onlyTest(partsIn('test is 157425284611357001 and level is Info'))).toBeUndefined();
  expect(onlyTest(partsIn('test is not 157425284611357001'))).toBeUndefined();
});

test('each cell of a record asks for its like and for all others', () => {
  const record: LogRecord = {
    id: '157425284611357001',
    createdAt: '2026-11-22T12:34:56.789Z',
    source: 'IMAP Auth',
    level: 'Info',
    message: 'a'.repeat(1_001),
    username: '',
    createdBy: '157425284611357002',
  };
  const asks = (field: Parameters<typeof cellRules>[1]) => {
    const rules = cellRules(record, field);
    return rules && [whereWith([], rules.show), whereWith([], rules.hide)];
  };
  expect(asks('source')).toEqual(['source is "IMAP Auth"', 'source is not "IMAP Auth"']);
  expect(asks('accountId')).toEqual(['account is empty', 'account is not empty']);
  expect(asks('username')).toEqual(['username is ""', 'username is not ""']);
  expect(asks('createdAt')).toEqual(['created on 2026-11-22T12:34Z', 'created not on 2026-11-22T12:34Z']);
  expect(asks('message')).toBeUndefined();
  for (const words of ['source', 'accountId', 'username', 'createdAt'] as const)
    for (const each of asks(words) ?? []) expect(partsIn(each)).toHaveLength(1);
});

describe('the columns', () => {
  test('that were kept count as far as they are known, and the message always', () => {
    expect(knownColumns(['level', 'colour', 'message', 'level'], logKind)).toEqual(['level', 'message']);
    expect(knownColumns(['testId'], logKind)).toEqual(['testId', 'message']);
    expect(knownColumns('level', logKind)).toBeUndefined();
    expect(knownColumns(undefined, logKind)).toBeUndefined();
  });

  test('move by one place, and no further than the ends', () => {
    expect(movedColumn(['level', 'message'], 'message', -1)).toEqual(['message', 'level']);
    expect(movedColumn(logKind.usual, 'createdAt', -1)).toBe(logKind.usual);
    expect(movedColumn(logKind.usual, 'createdBy', 1)).toBe(logKind.usual);
  });
});

function partsIn(text: string): readonly ConditionPart[] {
  const { condition } = askedCondition(text, logFields);
  if (!condition) throw new Error(`${text} cannot be read.`);
  return partsOf(condition);
}
