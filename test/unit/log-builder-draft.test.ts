import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  asksTheSame,
  besideOf,
  conditionOf,
  draftOf,
  rulesOf,
  sizeOf,
  withoutWrappers,
} from '../../extension/log-builder/condition-draft.ts';
import type { LogEntry } from '../../daemon/store/log-batch.ts';
import { logFields } from '../../shared/condition/fields.ts';
import { matches } from '../../shared/condition/matches.ts';
import { resolvedCondition } from '../../shared/condition/resolved-condition.ts';
import { type Condition, LogCondition } from '../../shared/condition.ts';
import { condition, entry, nowMs } from '../condition/arbitraries.ts';

const nested: Condition = {
  combinator: 'and',
  rules: [
    { field: 'source', operator: 'is', value: 'IMAP Auth' },
    {
      combinator: 'or',
      not: true,
      rules: [
        { field: 'level', operator: 'atLeast', value: 'Warning' },
        { field: 'username', operator: 'isOneOf', value: ['ada', 'bob'] },
      ],
    },
    { field: 'testId', operator: 'isEmpty' },
  ],
};

describe('a draft of a condition', () => {
  it('comes back as the same condition, without ids', () => {
    expect(conditionOf(draftOf(nested), logFields)).toEqual(nested);
  });

  it('comes back as the same for every condition', () => {
    fc.assert(
      fc.property(condition, (any) => {
        expect(conditionOf(draftOf(any), logFields)).toEqual(LogCondition.parse(any));
      }),
    );
  });

  it('has an id of its own for every part', () => {
    const draft = draftOf(nested);
    const group = draft.rules[1];
    const parts = [draft, ...rulesOf(draft), ...(group && 'rules' in group ? [group] : [])];
    const ids = parts.map(({ id }) => id);
    expect(ids).toHaveLength(6);
    expect(new Set(ids).size).toBe(6);
    expect(ids).not.toContain(undefined);
  });

  it('is no condition while a rule is unfinished', () => {
    const draft = draftOf(nested);
    draft.rules.push({ id: 'new', field: 'accountId', operator: 'is', value: 'Sales' });
    expect(conditionOf(draft, logFields)).toBeUndefined();
  });

  it('asks the same under other ids, and another thing after any change', () => {
    expect(asksTheSame(draftOf(nested), draftOf(nested))).toBe(true);
    expect(asksTheSame(draftOf(nested), { ...draftOf(nested), not: true })).toBe(false);
    expect(asksTheSame(draftOf(nested), { ...draftOf(nested), combinator: 'or' })).toBe(false);
    expect(asksTheSame(draftOf(nested), draftOf({ ...nested, rules: nested.rules.slice(1) }))).toBe(false);
  });

  it('asks the same of a group that is said not to be turned around', () => {
    expect(asksTheSame(draftOf(nested), { ...draftOf(nested), not: false })).toBe(true);
  });

  it('is measured with all that is nested in it', () => {
    expect(sizeOf(draftOf(nested))).toEqual({ rules: 4, groups: 2, values: 4 });
  });

  it('is one group that is turned around where words make two of it', () => {
    const { rules } = nested;
    expect(withoutWrappers({ combinator: 'and', not: true, rules: [{ combinator: 'or', rules }] })).toEqual({
      combinator: 'or',
      not: true,
      rules,
    });
    const twice: Condition = {
      combinator: 'and',
      not: true,
      rules: [{ combinator: 'or', not: true, rules }],
    };
    expect(withoutWrappers(twice)).toEqual({ combinator: 'or', rules });
    expect(withoutWrappers(nested)).toEqual(nested);
  });

  it('finds the same records without the groups around groups', () => {
    const here = { nowMs, zone: 'Europe/Berlin' };
    const found = (any: Condition, record: LogEntry) => matches(resolvedCondition(any, here), record);
    fc.assert(
      fc.property(condition, entry, (any, record) => {
        expect(found(withoutWrappers(any), record)).toBe(found(any, record));
      }),
      { numRuns: 500 },
    );
  });

  it('hands the focus on to what comes next, then to what is before, then to the group', () => {
    const draft = draftOf(nested);
    const [first, group, last] = draft.rules.map((part) => part.id);
    expect(besideOf(draft, [0])).toBe(group);
    expect(besideOf(draft, [2])).toBe(group);
    expect(besideOf(draft, [1])).toBe(last);
    expect(first).not.toBe(group);
    const alone = draftOf({ combinator: 'and', rules: nested.rules.slice(0, 1) });
    expect(besideOf(alone, [0])).toBe(alone.id);
  });
});
