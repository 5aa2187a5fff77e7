import type { Account } from '../../shared/account.ts';
import type { Id } from '../../shared/id.ts';
import { counted, t } from '../words.ts';
import { sayInList } from '../accounts/list-note.ts';
import { leftOut } from './left-out.ts';
import { testAll } from './test-all.ts';

/** Tests all active accounts, or those of these ids, and says in the list which were left out and why. `accounts` are those that may be named. */
export async function startTests(accounts: readonly Account[], ids?: readonly Id[]): Promise<void> {
  const begun = await testAll(ids);
  if (!begun) return;
  const { started, skipped } = begun;
  if (started.length === 0 && skipped.length === 0) return sayInList(t('accounts.list.nothingToTest'));
  const names = new Map(accounts.map(({ id, name }) => [id, name]));
  const text = [
    started.length > 0
      ? counted('accounts.list.done.testing', started.length)
      : t('accounts.list.done.notTesting'),
    ...(skipped.length > 0 ? [t('accounts.list.done.leftOut', { accounts: leftOut(skipped, names) })] : []),
  ];
  // Who has only to watch needs no note.
  if (skipped.length > 0 || ids) sayInList(text.join(' '));
}
