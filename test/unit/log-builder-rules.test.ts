import { describe, expect, it } from 'vitest';
import { accountNames } from '../../extension/log-builder/account-names.ts';
import { draftTrouble } from '../../extension/log-builder/draft-trouble.ts';
import { carriedValue, firstOperator, firstValue } from '../../extension/log-builder/rule-shape.ts';
import { shownTime, timeKind, timeValue, turnedTo } from '../../extension/log-builder/time-value.ts';
import { conditionFields, logFields, operatorsByType } from '../../shared/condition/fields.ts';
import { ruleTrouble } from '../../shared/condition/rule-trouble.ts';

const noon = new Date('2026-01-31T12:34:56Z');

describe('a new rule', () => {
  it.each(logFields)('on %s can be asked as it stands, or says what is missing', (field) => {
    for (const operator of operatorsByType[conditionFields[field].type]) {
      const trouble = draftTrouble({ field, operator, value: firstValue(field, operator) });
      const mayMiss = ['text', 'reference'].includes(conditionFields[field].type) || /OneOf/.test(operator);
      if (!mayMiss) expect(trouble, operator).toBeUndefined();
    }
    expect(operatorsByType[conditionFields[field].type]).toContain(firstOperator(field));
  });

  it.each(logFields)('on %s keeps a value that every operator can take', (field) => {
    const operators = operatorsByType[conditionFields[field].type];
    for (const from of operators)
      for (const to of operators) {
        const carried = carriedValue(field, to, firstValue(field, from));
        const trouble = ruleTrouble(field, to, carried);
        if (conditionFields[field].type !== 'reference') expect(trouble, `${from} to ${to}`).toBeUndefined();
        else expect(trouble?.at, `${from} to ${to}`).not.toBe('operator');
      }
  });

  it('keeps what was chosen when one becomes several, and the first of several', () => {
    expect(carriedValue('source', 'isOneOf', 'System')).toEqual(['System']);
    expect(carriedValue('username', 'is', ['ada', 'bob'])).toBe('ada');
    expect(carriedValue('createdAt', 'between', '2026-01-31')).toEqual(['yesterday', '2026-01-31']);
    expect(carriedValue('username', 'isOneOf', '')).toEqual([]);
  });
});

describe('what is wrong with a rule', () => {
  it.each([
    ['an empty list', { field: 'source', operator: 'isOneOf', value: [] }, /at least one value/],
    ['an empty text in everything', { field: 'message', operator: 'contains', value: '' }, /Type a text/],
    ['a name that no account has', { field: 'accountId', operator: 'is', value: 'Sal' }, /by its name/],
    ['half an id', { field: 'testId', operator: 'is', value: '1574' }, /18 digits/],
    ['a date that is not there yet', { field: 'createdAt', operator: 'on', value: 'T' }, /A date is/],
    [
      'an end before its beginning',
      { field: 'createdAt', operator: 'between', value: ['today', 'yesterday'] },
      /before the beginning/,
    ],
    ['a field of another time', { field: 'colour', operator: 'is', value: 'red' }, /no such field/],
  ])('is told: %s', (_, rule, words) => {
    expect(draftTrouble(rule)).toMatch(words);
  });

  it.each([
    { field: 'username', operator: 'is', value: '' },
    { field: 'createdAt', operator: 'between', value: ['today', 'today'] },
    { field: 'accountId', operator: 'is', value: '157425284611357796' },
    { field: 'testId', operator: 'isEmpty' },
  ])('is nothing: $field $operator $value', (rule) => {
    expect(draftTrouble(rule)).toBeUndefined();
  });
});

describe('an account', () => {
  const names = accountNames([
    { id: '157425284611357796', name: 'Sales' },
    { id: '157425284611357797', name: 'Twins' },
    { id: '157425284611357798', name: 'Twins' },
    { id: '157425284611357799', name: 'in\u202Every' },
  ]);

  it('is found by its name, or by an id that is pasted', () => {
    expect(names.valueOf('Sales')).toBe('157425284611357796');
    expect(names.valueOf(' 157425284611350000 ')).toBe('157425284611350000');
    expect(names.nameOf('157425284611357796')).toBe('Sales');
    expect(names.nameOf('157425284611350000')).toBe('157425284611350000');
  });

  it('stays a text while its name is half typed', () => {
    expect(names.valueOf('Sale')).toBe('Sale');
  });

  it('has its id beside a name that another bears as well', () => {
    expect(names.all).toContain('Twins · 157425284611357797');
    expect(names.valueOf('Twins · 157425284611357798')).toBe('157425284611357798');
    expect(names.valueOf('Twins')).toBe('Twins');
  });

  it('hides no character of its name', () => {
    expect(names.nameOf('157425284611357799')).toBe(String.raw`in\u202every`);
  });
});

describe('a date', () => {
  it.each([
    ['today', 'today', 'today'],
    ['2026-01-31', 'day', '2026-01-31'],
    ['2026-01-31T09:05', 'time', '2026-01-31T09:05'],
    ['2026-01-31Z', 'dayUtc', '2026-01-31'],
    ['2026-01-31T09:05:01.250Z', 'timeUtc', '2026-01-31T09:05:01.250'],
    ['', 'day', ''],
    ['T', 'time', ''],
    ['TZ', 'timeUtc', ''],
  ])('%s is shown by its kind and comes back', (value, kind, shown) => {
    expect(timeKind(value)).toBe(kind);
    expect(shownTime(value)).toBe(shown);
    if (kind === 'day' || kind === 'time' || kind === 'dayUtc' || kind === 'timeUtc')
      expect(timeValue(kind, shown)).toBe(value);
  });

  it('keeps its day when it becomes a time, and its clock when it becomes UTC', () => {
    expect(turnedTo('timeUtc', '2026-01-02', noon)).toBe('2026-01-02T12:34Z');
    expect(turnedTo('timeUtc', '2026-01-02T09:05', noon)).toBe('2026-01-02T09:05Z');
    expect(turnedTo('day', '2026-01-02T09:05Z', noon)).toBe('2026-01-02');
    expect(turnedTo('dayUtc', 'today', noon)).toBe('2026-01-31Z');
    expect(turnedTo('lastHour', '2026-01-02', noon)).toBe('lastHour');
  });
});
