import { describe, expect, test } from 'vitest';
import { filterAccounts, keptOrder, rowOrder } from '../../extension/popup/popup-rows.ts';
import { saidFirst } from '../../extension/popup/said-first.ts';
import { accountsSummary } from '../../extension/status/accounts-summary.ts';
import { runProgress, runShown } from '../../extension/popup/run-progress.ts';
import type { Run } from '../../extension/state/run.ts';
import { outcomeWords } from '../../extension/status/outcome-words.ts';
import { withRun } from '../../extension/status/with-run.ts';
import { example, idOf } from './extension-account-examples.ts';

const failed = { verdict: 'failed', failure: { kind: 'auth_bad_credentials', retry: false } } as const;
const sales = example('Sales', failed);
const support = example('Support', {});
const archive = example('Archive', { endedAt: '2026-11-20T12:00:00.000Z' });
const orders = example('Orders', {
  warnings: [{ kind: 'certificate_ends', days: 6, validTo: '2026-11-28T00:00:00.000Z' }],
});
const invoices = example('Invoices');
const old = example('Old', failed, { active: false });
const locked = example('Locked', {}, { hasPassword: false });
const all = [archive, invoices, locked, old, orders, sales, support];

describe('rows', () => {
  test('what needs a hand comes first, what is inactive last, and the rest by name', () => {
    expect(rowOrder(all)).toEqual(
      ['Sales', 'Locked', 'Orders', 'Invoices', 'Archive', 'Support', 'Old'].map(idOf),
    );
  });

  test('are in the order in which people count', () => {
    const branches = ['Branch 10', 'branch 9', 'Branch 2'].map((name) => example(name, {}));
    const names = rowOrder(branches).map(
      (id) => branches.find(({ account }) => account.id === id)?.account.name,
    );
    expect(names).toEqual(['Branch 2', 'branch 9', 'Branch 10']);
  });

  test('stay where they were shown: new ones come at the end, lost ones leave', () => {
    expect(keptOrder(['3', '1', '2'], ['1', '2', '4'])).toEqual(['1', '2', '4']);
    expect(keptOrder([], ['1', '2'])).toEqual(['1', '2']);
  });

  test('are found by words of name, server and type, in any order and case', () => {
    expect(filterAccounts(all, ' IMAP.example sal ')).toEqual([sales]);
    expect(filterAccounts(all, ':993')).toEqual(all);
    expect(filterAccounts(all, 'nobody')).toEqual([]);
    expect(filterAccounts(all, '  ')).toEqual(all);
  });

  test('are found without accents and width, as in the list', () => {
    const office = example('Büro');
    for (const find of ['buro', 'BÜRO', 'Bu\u0308ro', 'ｂｕｒｏ'])
      expect(filterAccounts([...all, office], find)).toEqual([office]);
  });
});

describe('the summary', () => {
  test('counts active accounts, those that worked, and the oldest of their tests', () => {
    expect(accountsSummary(all)).toEqual({ of: 6, worked: 3, oldest: '2026-11-20T12:00:00.000Z' });
  });

  test('has no oldest test where there is none', () => {
    expect(accountsSummary([invoices, old])).toEqual({ of: 1, worked: 0, oldest: undefined });
  });
});

describe('an outcome in one line', () => {
  test('is the cause, the warning, or what was found', () => {
    expect(outcomeWords(sales)).toBe('User name or password is wrong');
    expect(outcomeWords(orders)).toBe('The certificate runs out in 6 days (2026-11-28).');
    expect(outcomeWords(example('Ids', { ids: { count: 5, newest: [] } }))).toBe('5 messages · 212 ms');
    expect(outcomeWords(locked)).toBe('Password needed');
    expect(outcomeWords(invoices)).toBe('Not tested');
    expect(outcomeWords(example('Changed', { changed: true }))).toBe('Changed since test');
  });

  test('shows what a server hides in a warning', () => {
    const hostile = example('Hostile', { warnings: [{ kind: 'weak_key', strength: 'a\u202eb' }] });
    expect(outcomeWords(hostile)).toContain(String.raw`(a\u202eb)`);
  });
});

describe('a run', () => {
  const run: Run = {
    testId: '157425284612000009',
    accountId: sales.account.id,
    events: [
      { type: 'started', stage: 'resolve' },
      { type: 'passed', stage: 'resolve', ms: 3, evidence: {} },
      { type: 'started', stage: 'connect' },
    ],
    finished: false,
  };
  const ended: Run = {
    ...run,
    events: [...run.events, { type: 'finished', verdict: 'passed', ms: 9, warnings: [] }],
    finished: true,
  };

  test('shows its stage while it is under way, and nothing after', () => {
    expect(runShown(run)).toEqual({ stage: 'connect' });
    expect(runShown({ ...run, events: [] })).toEqual({ stage: undefined });
    expect(runShown(ended)).toBeUndefined();
  });

  test('that ended stands for the last test until the daemon tells it', () => {
    expect(outcomeWords(withRun(sales, ended))).toBe('9 ms');
    expect(withRun(sales, run)).toBe(sales);
    const newer = example('Sales', { ...failed, testId: '157425284612000010' });
    expect(withRun(newer, ended)).toBe(newer);
  });

  test('counts from when nothing ran; drafts do not count', () => {
    const other: Run = { ...ended, testId: '157425284612000008' };
    const draft: Run = { testId: '157425284612000007', events: [], finished: false };
    const runs = new Map([run, other, draft].map((one) => [one.testId, one]));
    expect(runProgress(runs, new Set())).toEqual({ done: 1, of: 2, underWay: [run.testId] });
    expect(runProgress(runs, new Set([other.testId]))).toEqual({ done: 0, of: 1, underWay: [run.testId] });
  });
});

test('what a message says of a letter comes first: its id stands on the page of the record', () => {
  expect(saidFirst('Letter 157425284611357796: It was taken by the server.')).toBe(
    'It was taken by the server.',
  );
  expect(saidFirst('Letter 157425284611357796 was queued by Ada.')).toBe('Letter was queued by Ada.');
  expect(saidFirst('Letters 3: a subject')).toBe('Letters 3: a subject');
});
