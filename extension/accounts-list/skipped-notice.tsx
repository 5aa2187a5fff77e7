import type { TestedAccount } from '../../shared/account-status.ts';
import { visibleText } from '../../shared/visible-text.ts';
import { accountsWords } from '../words/accounts.ts';
import { progress, skipped } from './test-all.ts';

/** What Test all left out, and why: an inactive account is left out on purpose and says so in its row. */
export function SkippedNotice({ accounts }: { accounts: readonly TestedAccount[] }) {
  if (progress.value?.all === 0 && skipped.value.length === 0) {
    return <p class="list-skipped">{accountsWords.list.nothingToTest}</p>;
  }
  const told = skipped.value.flatMap(({ accountId, reason }) => {
    const account = accounts.find(({ account }) => account.id === accountId)?.account;
    return account?.active ? [`${account.name} (${visibleText(reason)})`] : [];
  });
  if (told.length === 0) return null;
  return (
    <p class="list-skipped" role="status">
      {accountsWords.list.skipped} {told.join(', ')}
    </p>
  );
}
