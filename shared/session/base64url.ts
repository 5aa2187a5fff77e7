import type { Bytes } from './web-crypto.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const values = new Map([...alphabet].map((character, value) => [character, value]));

/** RFC 4648 §5 without padding. */
export function toBase64url(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const group = bytes.subarray(at, at + 3);
    const [first = 0, second = 0, third = 0] = group;
    const bits = (first << 16) | (second << 8) | third;
    for (let digit = 0; digit <= group.length; digit++) text += alphabet[(bits >> (18 - 6 * digit)) & 63];
  }
  return text;
}

/**
 * `undefined` for anything but the one spelling that {@link toBase64url} gives: no padding, no blanks,
 * no bits left over. Else a bit of a message could change without a proof seeing it.
 */
export function fromBase64url(text: string): Bytes | undefined {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const character of text) {
    const value = values.get(character);
    if (value === undefined) return undefined;
    bits = ((bits << 6) | value) & 0xffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes[at++] = bits >> held;
  }
  const left = bits & ((1 << held) - 1);
  return held < 6 && left === 0 ? bytes : undefined;
}
