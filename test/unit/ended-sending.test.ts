import { expect, test } from 'vitest';
import { endedSending } from '../../daemon/service/letters/outgoing/ended-sending.ts';

const ann = { address: 'ann@mail.test', outcome: 'accepted' as const };
const bob = { address: 'bob@mail.test', outcome: 'waiting' as const, reply: '450 4.2.0 later' };
const sent = { outcome: 'taken' as const, deliveries: [ann, bob], reply: '250 Ok' };

test('who is refused for the moment is tried again, and after the last try was refused', () => {
  expect(endedSending({ attempts: 1 }, [], sent, 0)).toMatchObject({
    status: 'Ready',
    nextAttemptMs: 60_000,
    deliveries: [ann, bob],
  });
  expect(endedSending({ attempts: 99 }, [], sent, 0)).toMatchObject({
    status: 'Processed',
    deliveries: [ann, { ...bob, outcome: 'refused' }],
  });
  expect(endedSending({ attempts: 99 }, [], { ...sent, deliveries: [bob] }, 0)).toMatchObject({
    status: 'Failed',
    deliveries: [{ ...bob, outcome: 'refused' }],
  });
});
