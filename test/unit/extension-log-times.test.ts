import { expect, test } from 'vitest';
import { partsOf } from '../../extension/records/condition-parts.ts';
import { chosenTime, whereInTime } from '../../extension/records/time-parts.ts';
import { conditionInWords } from '../../shared/condition/condition-in-words.ts';
import { logFields } from '../../shared/condition/fields.ts';

const parts = (where: string) => partsOf(conditionInWords(where, logFields));

test('a stretch of time is chosen, changed in its place, and taken away', () => {
  const level = 'level is Error';
  expect(whereInTime(parts(level), 'lastHour')).toBe(`${level} and created on last hour`);
  const asked = `created on last hour and ${level}`;
  expect(chosenTime(parts(asked))).toBe('lastHour');
  expect(whereInTime(parts(asked), 'today')).toBe(`created on today and ${level}`);
  expect(whereInTime(parts(asked), undefined)).toBe(level);
  expect(whereInTime(parts('created on today'), undefined)).toBe('');
  expect(chosenTime(parts(level))).toBe('any');
});

test('a time that was asked otherwise is told to be another, and gives way as a whole', () => {
  const asked = 'level is Error and created after yesterday and source is System and created before today';
  expect(chosenTime(parts(asked))).toBe('other');
  expect(whereInTime(parts(asked), 'last7Days')).toBe(
    'level is Error and created on last 7 days and source is System',
  );
});

test('a condition of alternatives is narrowed down as a whole', () => {
  const asked = 'level is Error or created on today';
  expect(chosenTime(parts(asked))).toBe('any');
  expect(whereInTime(parts(asked), 'today')).toBe(`(${asked}) and created on today`);
});
