import { expect, test } from 'vitest';
import { findAccounts } from '../../extension/accounts-list/find-accounts.ts';
import { settledList } from '../../extension/accounts-list/settled-list.ts';
import type { TestedAccount } from '../../shared/account-status.ts';
import { tested } from './extension-listed-accounts.ts';

const endedAt = '2026-11-20T10:00:00.000Z';
const byState = { sort: { by: 'state', descending: false }, state: undefined } as const;
const failing = { ...byState, state: 'failed' } as const;
const names = (accounts: readonly TestedAccount[]) => accounts.map(({ account }) => account.name);

const bad = tested('Bad', { endedAt, verdict: 'failed' });
const worse = tested('Worse', { endedAt, verdict: 'failed' });
const good = tested('Good', { endedAt });
const mended: TestedAccount = { ...good, account: bad.account };

test('a list that is held keeps its order when a test ends, and sorts when it is let go', () => {
  const before = settledList(undefined, [good, worse, bad], byState, false);
  expect(names(before.sorted)).toEqual(['Bad', 'Worse', 'Good']);
  const held = settledList(before, [good, worse, mended], byState, true);
  expect(names(held.sorted)).toEqual(['Bad', 'Worse', 'Good']);
  expect(names(settledList(held, [good, worse, mended], byState, false).sorted)).toEqual([
    'Worse',
    'Bad',
    'Good',
  ]);
});

test('another order is given at once, held or not', () => {
  const before = settledList(undefined, [good, worse, bad], byState, false);
  const reverse = { ...byState, sort: { by: 'name', descending: true } } as const;
  expect(names(settledList(before, [good, worse, bad], reverse, true).sorted)).toEqual([
    'Worse',
    'Good',
    'Bad',
  ]);
});

test('what is new comes at the end of a held list, and what comes back to its place', () => {
  const before = settledList(undefined, [good, worse, bad], byState, false);
  const added = tested('Added', { endedAt, verdict: 'failed' });
  const less = settledList(before, [good, added, bad], byState, true);
  expect(names(less.sorted)).toEqual(['Bad', 'Good', 'Added']);
  const back = settledList(less, [worse, good, added, bad], byState, true);
  expect(names(back.sorted)).toEqual(['Bad', 'Worse', 'Good', 'Added']);
});

test('rows of a held list stay in the state that it is narrowed down to, and go when it is let go', () => {
  const find = { find: '', type: undefined, state: 'failed' } as const;
  const before = settledList(undefined, [good, worse, bad], failing, false);
  const held = settledList(before, [good, worse, mended], failing, true);
  expect(names(findAccounts(held.sorted, find, held.seen))).toEqual(['Bad', 'Worse']);
  const free = settledList(held, [good, worse, mended], failing, false);
  expect(names(findAccounts(free.sorted, find, free.seen))).toEqual(['Worse']);
});

test('a search for the word of a state finds what a held list shows, and what is so when it is let go', () => {
  const find = { find: 'FAILED', type: undefined, state: undefined } as const;
  const before = settledList(undefined, [good, worse, bad], byState, false);
  const held = settledList(before, [good, worse, mended], byState, true);
  expect(names(findAccounts(held.sorted, find, held.seen))).toEqual(['Bad', 'Worse']);
  const free = settledList(held, [good, worse, mended], byState, false);
  expect(names(findAccounts(free.sorted, find, free.seen))).toEqual(['Worse']);
});
