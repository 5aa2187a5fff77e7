import { describe, expect, test } from 'vitest';
import { parseAccountsAddress } from '../../extension/addresses/parse-accounts-address.ts';
import { findAccounts } from '../../extension/accounts-list/find-accounts.ts';
import {
  formatListView,
  type ListView,
  parseListView,
  sortedBy,
  sortKeys,
} from '../../extension/accounts-list/list-address.ts';
import { latencyOf } from '../../extension/accounts-list/latency.ts';
import { sortAccounts } from '../../extension/accounts-list/sort-accounts.ts';
import { sparklineShape } from '../../extension/accounts-list/sparkline-shape.ts';
import { latencyWords } from '../../extension/accounts-list/latency-words.ts';
import type { TestedAccount } from '../../shared/account-status.ts';
import type { RecentTest } from '../../shared/tested-account.ts';
import { tested } from './extension-listed-accounts.ts';

const id = '157425284611357796';
const anything: ListView = {
  find: '',
  type: undefined,
  state: undefined,
  sort: { by: 'name', descending: false },
};

describe('the address', () => {
  test.each(['#/accounts', '#/accounts/', '', '#/', '#/log/5', '#/accounts?find=a&sort=-latency'])(
    '%j is the list',
    (hash) => {
      expect(parseAccountsAddress(hash)).toEqual({ view: 'list' });
    },
  );

  test('names a new account, a record, or nothing that there could be', () => {
    expect(parseAccountsAddress('#/accounts/new')).toEqual({ view: 'new' });
    expect(parseAccountsAddress(`#/accounts/${id}?x=1`)).toEqual({ view: 'record', id });
    expect(parseAccountsAddress('#/accounts/12')).toEqual({ view: 'unknown' });
  });

  test('holds search, filters and order, and comes back as it was', () => {
    const view: ListView = {
      find: 'büro & co',
      type: 'pop3',
      state: 'failed',
      sort: { by: 'latency', descending: true },
    };
    const address = formatListView(view);
    expect(address).toBe('#/accounts?find=b%C3%BCro+%26+co&type=pop3&state=failed&sort=-latency');
    expect(parseListView(address)).toEqual(view);
    expect(formatListView(anything)).toBe('#/accounts');
    for (const by of sortKeys)
      expect(parseListView(formatListView({ ...anything, sort: { by, descending: true } })).sort).toEqual({
        by,
        descending: true,
      });
  });

  test('that says what is not known says nothing', () => {
    expect(parseListView('#/accounts?type=ftp&state=running&sort=-colour')).toEqual(anything);
  });
});

describe('the search', () => {
  const all = [tested('Support'), tested('Sales', { active: false, type: 'pop3' }), tested('Büro')];
  const found = (find: string) => findAccounts(all, { ...anything, find });

  test('finds every word in any field, also in the state, without case and accents', () => {
    expect(found('imap.example SUPP')).toEqual([all[0]]);
    expect(found('inactive')).toEqual([all[1]]);
    expect(found('BURO')).toEqual([all[2]]);
    expect(found('  ')).toEqual(all);
    expect(found('smtp')).toEqual([]);
  });

  test('goes together with a type and a state', () => {
    expect(findAccounts(all, { ...anything, type: 'pop3' })).toEqual([all[1]]);
    expect(findAccounts(all, { ...anything, state: 'untested' })).toEqual([all[0], all[2]]);
    expect(findAccounts(all, { find: 'sales', type: 'imap', state: undefined })).toEqual([]);
  });
});

describe('the order', () => {
  const names = (accounts: TestedAccount[], by: ListView['sort']['by'], descending = false) =>
    sortAccounts(accounts, { by, descending }).map(({ account }) => account.name);

  test('of names is that of people, numbers and all, and reverses', () => {
    const all = ['office 10', 'Office 2', 'Éclair', 'zeta', 'alpha'].map((name) => tested(name));
    expect(names(all, 'name')).toEqual(['alpha', 'Éclair', 'Office 2', 'office 10', 'zeta']);
    expect(names(all, 'name', true)).toEqual(['zeta', 'office 10', 'Office 2', 'Éclair', 'alpha']);
  });

  test('of states begins with what needs somebody', () => {
    const endedAt = '2026-11-20T10:00:00.000Z';
    const all = [
      tested('works', { endedAt }),
      tested('inactive', { active: false }),
      tested('untested'),
      tested('changed', { endedAt, changed: true }),
      tested('needed', { hasPassword: false }),
      tested('failed', { endedAt, verdict: 'failed' }),
    ];
    expect(names(all, 'state')).toEqual(['failed', 'needed', 'changed', 'untested', 'works', 'inactive']);
  });

  test('of servers goes by name and port, of the others by their kinds', () => {
    const all = [
      tested('a', { server: 'mx10.example', port: 993, type: 'pop3', security: 'plain' }),
      tested('b', { server: 'mx2.example', port: 995, type: 'imap', active: false, security: 'tls' }),
      tested('c', { server: 'mx2.example', port: 143, type: 'smtp' }),
    ];
    expect(names(all, 'server')).toEqual(['c', 'b', 'a']);
    expect(names(all, 'type')).toEqual(['c', 'b', 'a']);
    expect(names(all, 'security')).toEqual(['c', 'b', 'a']);
    expect(names(all, 'active')).toEqual(['a', 'c', 'b']);
  });

  test.each([false, true])(
    'of times and latencies has what was never tested at its end (descending: %s)',
    (descending) => {
      const all = [
        tested('slow', { endedAt: '2026-11-21T10:00:00.000Z', recent: [[1, 900, 'passed']] }),
        tested('never'),
        tested('fast', {
          endedAt: '2026-11-20T10:00:00.000Z',
          recent: [
            [1, 20, 'passed'],
            [2, 5000, 'failed'],
          ],
        }),
      ];
      const order = descending ? ['slow', 'fast', 'never'] : ['fast', 'slow', 'never'];
      expect(names(all, 'latency', descending)).toEqual(order);
      expect(names(all, 'tested', descending)).toEqual(order);
    },
  );

  test('is that of a column, and with the second click the other way round', () => {
    const once = sortedBy('state', anything.sort);
    expect(once).toEqual({ by: 'state', descending: false });
    expect(sortedBy('state', once)).toEqual({ by: 'state', descending: true });
    expect(sortedBy('name', once)).toEqual({ by: 'name', descending: false });
  });
});

describe('the latency', () => {
  const recent: RecentTest[] = [
    [1, 100, 'passed'],
    [2, 5000, 'failed'],
    [3, 200, 'passed'],
    [4, 50, 'passed'],
    [5, 10, 'cancelled'],
  ];

  test('is of the tests that passed: the last, the least and the most', () => {
    expect(latencyOf(recent)).toEqual({ last: 50, least: 50, most: 200 });
    expect(latencyOf([[1, 9, 'failed']])).toBeUndefined();
    expect(latencyOf()).toBeUndefined();
  });

  test('is said in words as well', () => {
    expect(latencyWords(recent)).toBe('5 tests: last 50 ms, least 50 ms, most 200 ms, 1 failed');
    expect(latencyWords([[1, 9, 'failed']])).toBe('1 test: none passed, 1 failed');
  });

  test('is drawn from 0 ms up, the oldest at the left, interrupted where a test did not pass', () => {
    const { marks, path } = sparklineShape(recent, { width: 80, height: 20, margin: 3 });
    expect(marks.map(({ y }) => y)).toEqual([10, 17, 3, 13.5, 17]);
    expect(marks.map(({ x }) => x).slice(0, 2)).toEqual([3, 6.9]);
    expect(path).toMatch(/^M[\d.]+ 10M[\d.]+ 3L[\d.]+ 13\.5$/);
    expect(sparklineShape([], { width: 80, height: 20, margin: 3 })).toEqual({ marks: [], path: '' });
  });
});
