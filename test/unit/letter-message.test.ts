import { expect, test } from 'vitest';
import { letterMessage } from '../../daemon/probe/letter-message.ts';

const parts = {
  from: 'ada@example.com',
  to: 'bob@example.com',
  subject: 'Hello',
  messageId: 'one@example.com',
  date: new Date('2026-11-23T03:00:00Z'),
};

/** Behind the headers, as the server gets it. */
async function bodyOf(text: string): Promise<string> {
  const { octets } = await letterMessage({ ...parts, text }, { eightBit: true });
  const whole = octets.toString();
  return whole.slice(whole.indexOf('\r\n\r\n') + 4);
}

test.each([
  ['one\ntwo', 'one\r\ntwo\r\n'],
  ['one\r\rtwo\r\n', 'one\r\n\r\ntwo\r\n'],
  ['one\n\n\n', 'one\r\n'],
  ['\n\none', '\r\n\r\none\r\n'],
  ['\n\n', '\r\n'],
  ['', '\r\n'],
])('%j ends its lines by CRLF, and once at the end', async (text, body) => {
  expect(await bodyOf(text)).toBe(body);
});

test('a text of as many empty lines as a letter takes is put together in a moment', async () => {
  const began = performance.now();
  const body = await bodyOf(`${'\n'.repeat(100_000)}end`);
  expect(performance.now() - began).toBeLessThan(1_000);
  expect(body).toHaveLength(200_000 + 5);
});
