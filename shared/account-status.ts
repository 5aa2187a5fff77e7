import type { TestedAccount } from './tested-account.ts';

export type { TestedAccount };

/** What the lists show of an account (ui.md, states of an account). */
export type AccountStatus =
  | 'works'
  | 'warning'
  | 'failed'
  | 'cancelled'
  | 'untested'
  | 'changed'
  | 'password_needed'
  | 'guarded';

/** The state without the age of the test and without whether the account is active: both stand beside it. */
export function accountStatus({ account, lastTest, guarded }: TestedAccount): AccountStatus {
  if (!account.hasPassword) return 'password_needed';
  if (guarded) return 'guarded';
  if (!lastTest) return 'untested';
  if (lastTest.changed) return 'changed';
  if (lastTest.verdict !== 'passed') return lastTest.verdict;
  return lastTest.warnings.length > 0 ? 'warning' : 'works';
}
