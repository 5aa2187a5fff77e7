import { expect, test } from 'vitest';
import { withTexts } from '../../extension/log-builder/with-texts.ts';

const numbers = (count: number) => Array.from({ length: count }, (_, at) => `text ${at}`);

test('texts join a list once, without empty ones', () => {
  expect(withTexts(['a'], ['b', ' ', 'a', 'b'], 500)).toEqual({ values: ['a', 'b'], leftOut: 0 });
});

test('what a list has no room for is counted', () => {
  const { values, leftOut } = withTexts(['a'], numbers(120), 500);
  expect(values).toHaveLength(100);
  expect(leftOut).toBe(21);
});

test('what the whole condition has no room for is counted as well', () => {
  expect(withTexts(['a'], numbers(5), 2)).toEqual({ values: ['a', 'text 0', 'text 1'], leftOut: 3 });
});
