import { expect, test } from 'vitest';
import { endedSending } from '../../daemon/service/letters/outgoing/ended-sending.ts';

const ann = { address: 'ann@mail.test', outcome: 'accepted' as const };
const bob = { address: 'bob@mail.test', outcome: 'waiting' as const, reply: '450 4.2.0 later' };
const sent = { outcome: 'taken' as const, deliveries: [ann, bob], reply: '250 Ok' };

test('who may have got it from an earlier try has not failed when this one is refused', () => {
  const doubtful = new Set(['bob@mail.test']);
  const refused = { ...bob, outcome: 'refused' as const };
  const after = (attempts: number, delivery: typeof bob | typeof refused | typeof ann) =>
    endedSending({ attempts }, [], { ...sent, deliveries: [delivery] }, 0, doubtful);
  const unknown = { ...bob, outcome: 'unknown' };
  expect(after(1, bob)).toMatchObject({ status: 'Ready', deliveries: [unknown] });
  expect(after(99, bob)).toMatchObject({ status: 'Unknown', deliveries: [unknown] });
  expect(after(1, refused)).toMatchObject({ status: 'Unknown', deliveries: [unknown] });
  expect(after(1, ann)).toMatchObject({ status: 'Processed', deliveries: [ann] });
});

test('nobody waits in a letter that is unknown: it is not tried again by itself', () => {
  const unknown = { ...ann, outcome: 'unknown' as const };
  const ended = endedSending({ attempts: 1 }, [], { outcome: 'unknown', deliveries: [unknown, bob] }, 0);
  expect(ended).toMatchObject({ status: 'Unknown', deliveries: [unknown, { ...bob, outcome: 'refused' }] });
});

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

test('a test letter that is put off is tried to the end of its time, and then has failed for a reason of its own', () => {
  const minute = 60_000;
  const triedUntil = new Date(15 * minute).toISOString();
  const after = (attempts: number, nowMs: number) =>
    endedSending({ attempts, triedUntil }, [], { ...sent, deliveries: [bob], reply: bob.reply }, nowMs);
  const tries = [0];
  for (let last = after(1, 0); last.status === 'Ready'; last = after(tries.length, tries.at(-1) ?? 0))
    tries.push(last.nextAttemptMs ?? NaN);
  expect(tries.map((ms) => ms / minute)).toEqual([0, 1, 6, 15]);
  expect(after(4, 15 * minute)).toMatchObject({
    status: 'Failed',
    reply: '450 4.2.0 later',
    reason: 'test_over',
  });
  const refused = { ...bob, outcome: 'refused' as const };
  const lasting = endedSending({ attempts: 1, triedUntil }, [], { ...sent, deliveries: [refused] }, 0);
  expect(lasting.reason).toBeUndefined();
});
