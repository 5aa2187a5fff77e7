import type { TestWarning } from '../../shared/warning.ts';
import { expect, test } from 'vitest';
import { badgeTitle } from '../../extension/badge/badge-title.ts';
import { awayBadge, badgeOf, noBadge } from '../../extension/badge/badge.ts';
import type { TestedAccount } from '../../shared/account-status.ts';

test('nothing stands on the button while all is well', () => {
  expect(badgeOf([tested('passed'), tested('failed', { active: false })], 0).text).toBe('');
});

test('the failing active accounts are counted', () => {
  const badge = badgeOf([tested('failed'), tested('failed'), tested('passed')], 0);
  expect(badge.text).toBe('2');
  expect(badgeTitle(badge)).toBe('Mailprobe: 2 accounts fail');
});

test('a guarded account is failing, whatever its last test was', () => {
  expect(badgeOf([{ ...tested('passed'), guarded: true }, tested('passed')], 0).text).toBe('1');
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
  const badge = badgeOf([tested('failed')], 1);
  expect(badge.text).toBe('…');
  expect(badgeTitle(badge)).toBe('Mailprobe: 1 test runs');
});

test('a companion that is away is told, and a browser that is not paired has nothing to tell', () => {
  expect(awayBadge).toMatchObject({ text: '?', tone: 'away' });
  expect(badgeTitle(awayBadge)).toBe('Mailprobe: the companion does not answer');
  expect(badgeTitle(noBadge)).toBe('Mailprobe');
});

function tested(verdict: 'passed' | 'failed', { active = true } = {}): TestedAccount {
  return {
    account: { active, hasPassword: true } as TestedAccount['account'],
    lastTest: { verdict, changed: false, warnings: [] as TestWarning[] } as NonNullable<
      TestedAccount['lastTest']
    >,
  };
}
