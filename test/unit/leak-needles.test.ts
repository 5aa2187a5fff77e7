import { describe, expect, test } from 'vitest';
import { encoders } from '../fuzz/redaction-encoders.ts';
import { findLeaks } from '../leaks/find-leaks.ts';
import { keyNeedlesOf, needlesOf } from '../leaks/needles.ts';

const secret = 'Grün-&"zq7\\%Wv<4> kX=9+b/Tj~ß';

describe('the search for what was left behind', () => {
  test.each(Object.entries(encoders))('finds a password as %s, in the middle of bytes', (_name, encode) => {
    for (const encoding of ['utf8', 'utf16le'] as const) {
      const noise = Buffer.alloc(1000, 0xa5);
      const bytes = Buffer.concat([noise, Buffer.from(encode(secret), encoding), noise]);
      expect(findLeaks([['here', bytes]], needlesOf(secret))).not.toEqual([]);
    }
  });

  test('finds it reversed, and one half of it', () => {
    const needles = needlesOf(secret);
    expect(findLeaks([['here', [...secret].toReversed().join('')]], needles)).not.toEqual([]);
    expect(findLeaks([['here', secret.slice(secret.length / 2)]], needles)).not.toEqual([]);
  });

  test('looks for more than 30 forms, each in two halves, and none of them could be chance', () => {
    const needles = needlesOf(secret);
    expect(needles.size).toBeGreaterThan(60);
    expect(Math.min(...[...needles.keys()].map(({ length }) => length))).toBeGreaterThanOrEqual(6);
    const others = Object.values(encoders).map((encode) => encode('another password, as long as the first'));
    expect(findLeaks([['here', others.join('\n')]], needles)).toEqual([]);
  });

  test('finds the bytes of a key in base64 at each alignment', () => {
    const key = Buffer.from(Array.from({ length: 32 }, (_, at) => (at * 37 + 11) % 256));
    const needles = keyNeedlesOf(key.toString('base64url'));
    for (let before = 0; before < 6; before++) {
      const blob = Buffer.concat([Buffer.alloc(before, 7), key, Buffer.alloc(5, 9)]);
      for (const form of ['base64', 'base64url', 'hex', 'latin1'] as const)
        expect(findLeaks([['here', Buffer.from(blob.toString(form), 'latin1')]], needles)).not.toEqual([]);
    }
  });
});
