import { expect, test } from 'vitest';
import { letterLine } from '../../daemon/cli/report/letter-line.ts';
import type { LetterRecord } from '../../shared/letter.ts';
import { outgoingLetter } from '../letters/examples.ts';

const lineOf = (change: Partial<LetterRecord>) =>
  letterLine(
    { id: '157425284611357796', ...outgoingLetter({ status: 'Failed', ...change }) },
    (_tone, text) => text,
  );

test('a letter that went to the test users does not look as if its recipients had it', () => {
  const line = lineOf({ status: 'Processed', redirectedTo: 'inbox@acme.example' });
  expect(line).toMatch(/ {2}to inbox@acme\.example in place of bob@acme\.example {2}A test$/);
});

test('everybody whom a letter names is told', () => {
  expect(lineOf({ cc: 'boss@acme.example' })).toMatch(/ to bob@acme\.example, boss@acme\.example {2}/);
});

test('a letter that no server said anything of says why we gave it up', () => {
  expect(lineOf({ reason: 'account_deleted' })).toMatch(
    / {2}Failed {6}to bob@acme\.example {2}A test {2}Mailprobe: account deleted$/,
  );
  expect(lineOf({ reason: 'test_over', reply: '450 4.2.0 Greylisted' })).toMatch(/ {2}A test$/);
  expect(lineOf({ reply: '550 5.1.1 User unknown' })).toMatch(/ {2}A test$/);
});
