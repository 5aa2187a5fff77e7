import { type AccountStatus, accountStatus, type TestedAccount } from '../../shared/account-status.ts';
import type { Stage } from '../../shared/stage.ts';

/** What a row says of an account: the stored status, and what stands above it. */
export type AccountState = AccountStatus | 'inactive' | 'running';

/** A test under way; `stage` is missing while it waits for its turn. */
export interface RunShown {
  readonly stage?: Stage | undefined;
}

/** A running test stands above all, an inactive account above its last test. */
export function accountState(tested: TestedAccount, run?: RunShown): AccountState {
  if (run) return 'running';
  return tested.account.active ? accountStatus(tested) : 'inactive';
}
