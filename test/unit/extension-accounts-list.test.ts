import { describe, expect, test } from 'vitest';
import { logAddress, parseAccountsAddress } from '../../extension/accounts/accounts-address.ts';
import { findAccounts } from '../../extension/accounts-list/find-accounts.ts';
import { listSummary } from '../../extension/accounts-list/list-summary.ts';
import { AccountForm } from '../../shared/account.ts';
import type { TestedAccount } from '../../shared/account-status.ts';

const id = '157425284611357796';

function tested(
  name: string,
  change: { active?: boolean; endedAt?: string; verdict?: 'passed' | 'failed'; changed?: boolean } = {},
): TestedAccount {
  const { active = true, endedAt, verdict = 'passed', changed = false } = change;
  const form = AccountForm.parse({
    name,
    active,
    connection: { type: 'imap', server: 'imap.example.com', port: 993, username: 'ada', ssl: true },
  });
  const account = { ...form, id, hasPassword: true, revision: 1 };
  if (!endedAt) return { account };
  return { account, lastTest: { testId: id, endedAt, verdict, ms: 1, warnings: [], changed } };
}

describe('the address', () => {
  test.each(['#/accounts', '#/accounts/', '', '#/', '#/log/5'])('%j is the list', (hash) => {
    expect(parseAccountsAddress(hash)).toEqual({ view: 'list' });
  });

  test('names a new account, a record, or nothing that there could be', () => {
    expect(parseAccountsAddress('#/accounts/new')).toEqual({ view: 'new' });
    expect(parseAccountsAddress(`#/accounts/${id}?x=1`)).toEqual({ view: 'record', id });
    expect(parseAccountsAddress('#/accounts/12')).toEqual({ view: 'unknown' });
  });

  test('of a test leads to its log records', () => {
    expect(logAddress({ test: id })).toBe(`#/log?test=${id}`);
  });
});

describe('the search', () => {
  const all = [tested('Support'), tested('Sales', { active: false })];

  test('finds every word in any field, also in the state', () => {
    expect(findAccounts(all, 'imap.example SUPP')).toEqual([all[0]]);
    expect(findAccounts(all, 'inactive')).toEqual([all[1]]);
    expect(findAccounts(all, '  ')).toEqual(all);
    expect(findAccounts(all, 'pop3')).toEqual([]);
  });
});

describe('the summary', () => {
  test('counts active accounts alone, and what was changed since its test not as working', () => {
    const accounts = [
      tested('a', { endedAt: '2026-11-20T10:00:00.000Z' }),
      tested('b', { endedAt: '2026-11-19T10:00:00.000Z', verdict: 'failed' }),
      tested('c', { endedAt: '2026-11-18T10:00:00.000Z', changed: true }),
      tested('d', { endedAt: '2026-01-01T10:00:00.000Z', active: false }),
      tested('e'),
    ];
    expect(listSummary(accounts)).toEqual({ active: 4, worked: 1, oldest: '2026-11-18T10:00:00.000Z' });
  });

  test('has no oldest test where there is none', () => {
    expect(listSummary([tested('a')])).toEqual({ active: 1, worked: 0 });
  });
});
