import { expect, test } from 'vitest';
import { terminalLines, terminalParts } from '../../daemon/cli/report/terminal-lines.ts';

async function shown(octets: Buffer, inPart: number): Promise<string> {
  async function* parts() {
    for (let at = 0; at < octets.length; at += inPart) yield octets.subarray(at, at + inPart);
  }
  return (await Array.fromAsync(terminalParts(parts()))).join('');
}

test('lines stay lines, and a CR that ends none is shown as what it is', () => {
  expect(terminalLines('one\r\ntwo\n\nthree\rfour\r\n')).toBe('one\ntwo\n\nthree\\x0dfour\n');
});

test.each([1, 2, 3, 7, 1_000])('a text that comes by %i octets is shown as in one', async (inPart) => {
  const text = 'Grüße\r\n\r\nplain\rover\x1b[2J\r\nпочта 📬\r\nno end';
  expect(await shown(Buffer.from(text), inPart)).toBe(terminalLines(text));
});

test('a line without end is shown in pieces, in a moment', async () => {
  const began = performance.now();
  const text = 'x'.repeat(10 * 1024 * 1024);
  expect(await shown(Buffer.from(text), 32 * 1024)).toBe(text);
  expect(performance.now() - began).toBeLessThan(3_000);
});
