import type { TestWarning } from '../../shared/warning.ts';
import { expect, test } from 'vitest';
import { badgeOf } from '../../extension/badge/badge.ts';
import type { TestedAccount } from '../../shared/account-status.ts';

test('nothing stands on the button while all is well', () => {
  expect(badgeOf([tested('passed'), tested('failed', { active: false })], 0).text).toBe('');
});

test('the failing active accounts are counted', () => {
  const { text, title } = badgeOf([tested('failed'), tested('failed'), tested('passed')], 0);
  expect(text).toBe('2');
  expect(title).toContain('2 accounts fail');
});

test('more than fit are many', () => {
  expect(
    badgeOf(
      Array.from({ length: 100 }, () => tested('failed')),
      0,
    ).text,
  ).toBe('99+');
});

test('a test under way is told first', () => {
  expect(badgeOf([tested('failed')], 1).text).toBe('…');
});

function tested(verdict: 'passed' | 'failed', { active = true } = {}): TestedAccount {
  return {
    account: { active, hasPassword: true } as TestedAccount['account'],
    lastTest: { verdict, changed: false, warnings: [] as TestWarning[] } as NonNullable<
      TestedAccount['lastTest']
    >,
  };
}
