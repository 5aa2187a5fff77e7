import type { Input } from '../terminal.ts';

const lineFeed = 10;
const carriageReturn = 13;

/**
 * The bytes before the first line break (LF or CRLF), or all when there is none. Reads no further than
 * the line's end, and never much more than `most` bytes: a longer answer says that the line is too long.
 */
export async function firstLine(stdin: Input, most: number): Promise<Uint8Array> {
  let bytes = Buffer.alloc(0);
  for await (const chunk of stdin) {
    bytes = Buffer.concat([bytes, typeof chunk === 'string' ? Buffer.from(chunk) : chunk]);
    if (bytes.includes(lineFeed) || bytes.length > most + 4) break;
  }
  const end = bytes.indexOf(lineFeed);
  if (end < 0) return bytes;
  return bytes.subarray(0, end > 0 && bytes[end - 1] === carriageReturn ? end - 1 : end);
}
