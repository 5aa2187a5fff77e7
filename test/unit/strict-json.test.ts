import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseStrictJson } from '../../daemon/http/strict-json.ts';

it('takes what JSON.stringify writes, within the depth', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 8 }), (value) => {
      const text = JSON.stringify(value);
      if (/"(__proto__|constructor|prototype)":/.test(text)) return;
      expect(parseStrictJson(text)).toEqual(JSON.parse(text));
    }),
  );
});

it.each(['__proto__', 'constructor', 'prototype'])('refuses the key %s, however deep', (key) => {
  for (const text of [`{"${key}":1}`, `{"a":[{"b":{"${key}":{}}}]}`]) {
    expect(() => parseStrictJson(text)).toThrow(SyntaxError);
  }
});

it('takes 32 levels and refuses the next', () => {
  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
  expect(() => parseStrictJson(nested(32))).not.toThrow();
  expect(() => parseStrictJson(nested(33))).toThrow(/deeper/);
});

it.each(['', '{', 'undefined', "{'a':1}", '{"a":1,}', 'NaN', '\u0000'])('refuses %j', (text) => {
  expect(() => parseStrictJson(text)).toThrow(SyntaxError);
});
