import { expect, test } from 'vitest';
import { LetterBlock } from '../../daemon/probe/wire/letter-block.ts';

test('a letter is kept as it was written, however it was cut on its way', () => {
  const block = new LetterBlock({ kept: 100, most: 1_000 });
  for (const chunk of ['Subject: one\r', '\n\r\n.', '.dot\r\n.\r', '\nbehind'])
    block.feed(Buffer.from(chunk));
  expect(block.bytes.toString()).toBe('Subject: one\r\n\r\n.dot\r\n');
  expect(block.cut).toBe(false);
});

test('a letter of bare line ends takes not much more room than it has octets', () => {
  const block = new LetterBlock({ kept: 2_000_000, most: 8_000_000 });
  const chunk = Buffer.alloc(50_000, '\n');
  const before = process.memoryUsage();
  for (let fed = 0; fed < 80; fed += 1) block.feed(chunk);
  const after = process.memoryUsage();
  const taken = after.heapUsed - before.heapUsed + after.external - before.external;
  expect(taken).toBeLessThan(40_000_000);
  expect(block.bytes.equals(Buffer.alloc(2_000_000, '\n'))).toBe(true);
  expect(block.cut).toBe(true);
});
