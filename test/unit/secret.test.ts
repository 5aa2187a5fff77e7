import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { Secret } from '../../daemon/secret.ts';

describe('a secret', () => {
  const secret = new Secret('correct horse');

  it('opens to the value it was made of', () => {
    expect(secret.open()).toBe('correct horse');
  });

  it.each<[string, string]>([
    ['String()', String(secret)],
    ['a template', `${secret}`],
    ['addition', '' + (secret as unknown as string)],
    ['JSON', JSON.stringify({ secret })],
    ['inspect', inspect({ nested: { secret } }, { showHidden: true, depth: 9 })],
    ['an error message', new Error(secret.toString()).message],
    ['its entries', JSON.stringify([Object.entries(secret), Object.getOwnPropertyNames(secret)])],
    ['a clone', JSON.stringify(structuredClone(Object.assign({}, secret)))],
  ])('is not told by %s', (_, text) => {
    expect(text).not.toContain('horse');
  });

  it('prints as [redacted]', () => {
    expect([String(secret), JSON.stringify(secret), inspect(secret)]).toEqual([
      '[redacted]',
      '"[redacted]"',
      '[redacted]',
    ]);
  });

  it.each<[string, string]>([
    ['nothing', ''],
    ['1,025 bytes', 'ä'.repeat(512) + 'x'],
    ['a NUL', 'hunter\0two'],
    ['a CR', 'hunter\rtwo'],
    ['a LF', 'hunter\ntwo'],
    ['half a character', 'hunter\ud800two'],
  ])('refuses %s in a sentence without the value', (_, value) => {
    let message = '';
    try {
      new Secret(value);
    } catch (error) {
      expect(error).toBeInstanceOf(RangeError);
      message = (error as RangeError).message;
    }
    expect(message).toMatch(/^Password .*\.$/);
    expect(message).not.toContain('hunter');
  });

  it('takes 1 and 1,024 bytes', () => {
    expect(new Secret('x').open()).toBe('x');
    expect(new Secret('ä'.repeat(512)).open()).toHaveLength(512);
  });
});
