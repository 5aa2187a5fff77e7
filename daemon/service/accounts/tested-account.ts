import type { Account } from '../../../shared/account.ts';
import type { TestedAccount } from '../../../shared/account-status.ts';
import type { StoredTest } from '../../store/last-tests.ts';
import { settingsFingerprint } from '../tests/settings-fingerprint.ts';

/** An account with its last result, and whether the account was changed since in a way that a test would see. */
export function testedAccount(
  account: Account,
  stored: StoredTest | undefined,
  { isGuarded = false, isLost = false } = {},
): TestedAccount {
  const marks = {
    ...(isGuarded ? { guarded: true as const } : {}),
    ...(isLost ? { passwordLost: true as const } : {}),
  };
  if (!stored) return { account, ...marks };
  const { lastTest, settings, passwordTypedSince, recent } = stored;
  if (!lastTest) return { account, recent, ...marks };
  const changed = passwordTypedSince || settings !== settingsFingerprint(account.connection);
  return { account, lastTest: { ...lastTest, changed }, recent, ...marks };
}
