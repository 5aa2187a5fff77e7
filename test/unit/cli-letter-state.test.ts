import { expect, test } from 'vitest';
import { letterState } from '../../daemon/cli/report/letter-state.ts';
import { outgoingLetter } from '../letters/examples.ts';

test('what a server says of a letter that waits gives a terminal no orders, and stays one line', () => {
  const reply = '450-4.2.0 Wait \u001b[2J\n450 4.2.0 \u202ereven\r';
  const nextAttemptAt = '2026-11-23T03:00:00.000Z';
  const letter = { ...outgoingLetter({ status: 'Ready', attempts: 1, nextAttemptAt, reply }), id: '1' };
  const state = letterState(letter);
  expect(state).toMatch(/^Ready: the next try is at .+ The server said: /);
  expect(state.endsWith(String.raw`450-4.2.0 Wait \x1b[2J / 450 4.2.0 \u202ereven\x0d`)).toBe(true);
});
