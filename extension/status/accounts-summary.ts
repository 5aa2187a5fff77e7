import { accountStatus, type TestedAccount } from '../../shared/account-status.ts';

export interface AccountsSummary {
  /** Active accounts. */
  of: number;
  /** Those of them whose newest test passed as they are now. */
  worked: number;
  /** When the oldest of their newest tests ended; undefined when none was tested. */
  oldest: string | undefined;
}

/** How the accounts are in one line; inactive ones do not count. */
export function accountsSummary(accounts: readonly TestedAccount[]): AccountsSummary {
  const active = accounts.filter(({ account }) => account.active);
  const ended = active.flatMap(({ lastTest }) => (lastTest ? [lastTest.endedAt] : []));
  return {
    of: active.length,
    worked: active.filter((tested) => ['works', 'warning'].includes(accountStatus(tested))).length,
    oldest: ended.toSorted()[0],
  };
}
