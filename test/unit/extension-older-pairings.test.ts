import { expect, test } from 'vitest';
import { olderPairings } from '../../extension/companion/older-pairings.ts';

const chrome = `chrome-extension://${'a'.repeat(32)}`;
const pairing = (id: string, day: number, name = 'Chrome on Linux', origin = chrome) => ({
  id,
  name,
  origin,
  createdAt: `2026-11-0${day}T00:00:00.000Z`,
});

test('all but the newest pairing of one name and origin are older ones', () => {
  const clients = [
    pairing('first', 1),
    pairing('second', 2),
    pairing('newest', 3),
    pairing('another name', 1, 'Edge on Linux'),
    pairing('another origin', 1, 'Chrome on Linux', `chrome-extension://${'b'.repeat(32)}`),
  ];
  expect([...olderPairings(clients)]).toEqual(['first', 'second']);
  expect(olderPairings([])).toEqual(new Set());
});
