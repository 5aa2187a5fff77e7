import type { TestedAccount } from '../../shared/account-status.ts';

/** How the active accounts are, as their last tests say: an account without one counts as tested never. */
export interface ListSummary {
  readonly active: number;
  readonly worked: number;
  /** When the longest-ago last test ended; missing where none was tested. */
  readonly oldest?: string;
}

export function listSummary(accounts: readonly TestedAccount[]): ListSummary {
  const active = accounts.filter(({ account }) => account.active);
  const tests = active.flatMap(({ lastTest }) => (lastTest ? [lastTest] : []));
  const worked = tests.filter(({ verdict, changed }) => verdict === 'passed' && !changed).length;
  const oldest = tests.map(({ endedAt }) => endedAt).toSorted()[0];
  return { active: active.length, worked, ...(oldest ? { oldest } : {}) };
}
