import { expect, test } from 'vitest';
import { LetterBlock } from '../../daemon/probe/wire/letter-block.ts';

test('a letter is kept as it was written, however it was cut on its way', () => {
  const block = new LetterBlock({ kept: 100, most: 1_000 });
  for (const chunk of ['Subject: one\r', '\n\r\n.', '.dot\r\n.\r', '\nbehind'])
    block.feed(Buffer.from(chunk));
  expect(block.takeOctets().toString()).toBe('Subject: one\r\n\r\n.dot\r\n');
  expect(block.cut).toBe(false);
  expect(block.takeOctets()).toHaveLength(0);
});

test('a letter of bare line ends takes not much more room than it has octets', () => {
  const block = new LetterBlock({ kept: 2_000_000, most: 8_000_000 });
  const chunk = Buffer.alloc(50_000, '\n');
  const before = process.memoryUsage();
  for (let fed = 0; fed < 80; fed += 1) block.feed(chunk);
  const after = process.memoryUsage();
  const taken = after.heapUsed - before.heapUsed + after.external - before.external;
  expect(taken).toBeLessThan(40_000_000);
  expect(block.takeOctets().equals(Buffer.alloc(2_000_000, '\n'))).toBe(true);
  expect(block.cut).toBe(true);
});

test('dots at the beginnings of lines are undone wherever the letter is cut', () => {
  const octets = 'a\r\n..\r\n..b\r\n.c\r\n\r\n...\r\n.\r\n';
  const read = (chunks: readonly string[]) => {
    const block = new LetterBlock({ kept: 100, most: 100 });
    for (const chunk of chunks) block.feed(Buffer.from(chunk));
    return block.takeOctets().toString();
  };
  const whole = 'a\r\n.\r\n.b\r\nc\r\n\r\n..\r\n';
  for (let first = 0; first <= octets.length; first += 1)
    for (let second = first; second <= octets.length; second += 1)
      expect(read([octets.slice(0, first), octets.slice(first, second), octets.slice(second)])).toBe(whole);
});
