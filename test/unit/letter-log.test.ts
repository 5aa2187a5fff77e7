import { expect, test } from 'vitest';
import { endOfSending } from '../../daemon/service/letters/outgoing/letter-log.ts';

const settings = { type: 'smtp', server: 'mail.test', username: 'ada', port: 25 } as never;
const delivery = (outcome: 'accepted' | 'refused') => ({ address: `${outcome}@mail.test`, outcome });

test('of several recipients one was refused, or two were', () => {
  const refused = (count: number) => ({
    status: 'Processed' as const,
    deliveries: [delivery('accepted'), ...Array.from({ length: count }, () => delivery('refused'))],
  });
  expect(endOfSending(refused(1), settings).message).toContain('1 of 2 recipients has not got it.');
  expect(endOfSending(refused(2), settings).message).toContain('2 of 3 recipients have not got it.');
});

test('behind the words of the server stands a full stop, and the time as every zone reads it', () => {
  const at = Date.UTC(2026, 0, 31, 9, 5, 7);
  const ended = { status: 'Ready' as const, deliveries: [], reply: '421 too busy', nextAttemptMs: at };
  expect(endOfSending(ended, settings).message).toBe(
    'It is not sent yet. The server said: 421 too busy. It is tried again at 2026-01-31 09:05:07 UTC.',
  );
});
