import { type Bytes, utf8 } from './web-crypto.ts';

/** Text as UTF-8, a whole number as decimal ASCII, bytes as they are. */
export type Part = string | number | Uint8Array;

/**
 * `LP` of security §3: each part as a 4-byte big-endian length and its bytes. Two lists of parts never
 * give the same bytes.
 */
export function lengthPrefixed(...parts: readonly Part[]): Bytes {
  const pieces = parts.map(bytesOf);
  const joined = new Uint8Array(pieces.reduce((sum, piece) => sum + 4 + piece.length, 0));
  const view = new DataView(joined.buffer);
  let at = 0;
  for (const piece of pieces) {
    view.setUint32(at, piece.length);
    joined.set(piece, at + 4);
    at += 4 + piece.length;
  }
  return joined;
}

function bytesOf(part: Part): Uint8Array {
  if (typeof part === 'string') return utf8(part);
  if (typeof part !== 'number') return part;
  if (!Number.isSafeInteger(part) || part < 0)
    throw new RangeError('A number here is whole and not negative.');
  return utf8(String(part));
}
