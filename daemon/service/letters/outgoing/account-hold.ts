import type { Account } from '../../../../shared/account.ts';
import type { LetterHold } from '../../../../shared/letter.ts';
import { Refused, type RefusalKind } from '../../../../shared/refusal.ts';
import type { LockOutGuard } from '../../tests/lock-out-guard.ts';

/** Why nothing can be sent by this account now; undefined where nothing is in the way. */
export async function holdOf(
  account: Account | undefined,
  guard: Pick<LockOutGuard, 'isGuarded'>,
): Promise<LetterHold | undefined> {
  if (account?.connection.type !== 'smtp') return 'account_missing';
  if (!account.active) return 'account_inactive';
  if (!account.hasPassword) return 'secret_required';
  return (await guard.isGuarded(account.id)) ? 'guarded' : undefined;
}

/** What keeps the password away, by how it was refused; undefined for what is no such refusal. */
export function holdByRefusal(error: unknown): LetterHold | undefined {
  return error instanceof Refused ? holds[error.refusal.kind] : undefined;
}

const holds: Partial<Record<RefusalKind, LetterHold>> = {
  secret_required: 'secret_required',
  secret_trouble: 'secret_trouble',
  not_found: 'account_missing',
};
