import { expect, test } from 'vitest';
import { endsOfTests } from '../../extension/accounts-list/ends-of-tests.ts';
import type { Run } from '../../extension/state/run.ts';
import { tested } from './extension-listed-accounts.ts';

const accounts = ['Ada', 'Ben', 'Cay', 'Dan', 'Eve'].map((name) => tested(name));
const together = accounts.slice(0, 3).map(({ account: { id } }) => ({ accountId: id, testId: testOf(id) }));

function testOf(id: string): string {
  return id.replace(/^15/, '25');
}

function runs(...verdicts: ('passed' | 'cancelled' | 'runs' | undefined)[]): Map<string, Run> {
  const all = new Map<string, Run>();
  verdicts.forEach((verdict, at) => {
    const accountId = accounts[at]?.account.id ?? '';
    const testId = testOf(accountId);
    if (verdict === 'runs') all.set(testId, { testId, accountId, events: [], finished: false });
    else if (verdict)
      all.set(testId, {
        testId,
        accountId,
        events: [{ type: 'finished', verdict, ms: 5, warnings: [] }],
        finished: true,
      });
  });
  return all;
}

test('of tests that were started together one sentence is said, at their end', () => {
  const look = endsOfTests();
  expect(look({ accounts, runs: runs(), together: [], running: false })).toBeUndefined();
  expect(look({ accounts, runs: runs('runs', 'runs', 'runs'), together, running: true })).toBe('');
  expect(look({ accounts, runs: runs('passed', 'runs', 'runs'), together, running: true })).toBeUndefined();
  const ended = runs('passed', 'cancelled', 'passed');
  expect(look({ accounts, runs: ended, together, running: false })).toBe('Tests ended: 2 of 3 worked');
  expect(look({ accounts, runs: ended, together, running: false })).toBeUndefined();
});

test('their end is said also when it is there before their beginning is', () => {
  const look = endsOfTests();
  look({ accounts, runs: runs(), together: [], running: false });
  const ended = runs('passed', 'passed', 'passed');
  expect(look({ accounts, runs: ended, together, running: false })).toBe('Tests ended: 3 of 3 worked');
});

test('a test that ran alone is said once, and what was said goes when the next begins', () => {
  const look = endsOfTests();
  const now = { accounts, together: [], running: false };
  look({ ...now, runs: runs('runs') });
  expect(look({ ...now, runs: runs('passed') })).toMatch(/^Ada: /);
  expect(look({ ...now, runs: runs('passed') })).toBeUndefined();
  expect(look({ ...now, runs: runs('passed', 'runs') })).toBe('');
});

test('what ended before the list was opened, and each of many, is not said', () => {
  const now = { accounts, together: [], running: false };
  expect(endsOfTests()({ ...now, runs: runs('passed') })).toBeUndefined();
  const look = endsOfTests();
  look({ ...now, runs: runs('runs', 'runs', 'runs', 'runs') });
  expect(look({ ...now, runs: runs('passed', 'runs', 'runs', 'runs') })).toBeUndefined();
});

test('of many that were started elsewhere one sentence is said, when the last has ended', () => {
  const look = endsOfTests();
  const now = { accounts, together: [], running: false };
  look({ ...now, runs: runs() });
  expect(look({ ...now, runs: runs('runs', 'runs', 'runs', 'runs') })).toBe('');
  expect(look({ ...now, runs: runs('passed', 'runs', 'cancelled', 'runs', 'runs') })).toBe('');
  expect(look({ ...now, runs: runs('passed', 'passed', 'cancelled', 'passed', 'runs') })).toBeUndefined();
  const ended = runs('passed', 'passed', 'cancelled', 'passed', 'passed');
  expect(look({ ...now, runs: ended })).toBe('Tests ended: 4 of 5 worked');
  expect(look({ ...now, runs: ended })).toBeUndefined();
});

test('tests are not taken for those of somebody else when the answer to Test all comes late', () => {
  const look = endsOfTests();
  look({ accounts, runs: runs(), together: [], running: false });
  const all = accounts.slice(0, 4).map(({ account: { id } }) => ({ accountId: id, testId: testOf(id) }));
  look({ accounts, runs: runs('runs', 'runs', 'runs', 'runs'), together: [], running: false });
  look({ accounts, runs: runs('passed', 'runs', 'runs', 'runs'), together: all, running: true });
  const ended = runs('passed', 'passed', 'passed', 'passed');
  expect(look({ accounts, runs: ended, together: all, running: false })).toBe('Tests ended: 4 of 4 worked');
});
