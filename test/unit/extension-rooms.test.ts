import { expect, test } from 'vitest';
import { roomOf } from '../../extension/frame/rooms.ts';

test.each([
  ['', 'accounts'],
  ['#', 'accounts'],
  ['#/', 'accounts'],
  ['#/accounts?find=office', 'accounts'],
  ['#/accounts/157425284611357796', 'accounts'],
  ['#/letters/outgoing', 'letters'],
  ['#/welcome', 'companion'],
  ['#/nonsense', 'unknown'],
  ['#/accountsx', 'unknown'],
  ['#/constructor', 'unknown'],
  ['#accounts', 'unknown'],
])('%s leads to %s', (address, room) => {
  expect(roomOf(address)).toBe(room);
});
