import { useMemo } from 'preact/hooks';
import type { TestedAccount } from '../../shared/account-status.ts';
import { accountsSummary } from '../status/accounts-summary.ts';
import { Age } from '../status/age.tsx';
import { counted, inDigits, t } from '../words.ts';
import { ImportLine } from '../transfer/import-line.tsx';
import { importUnderWay } from '../transfer/import-under-way.ts';
import { progress } from './test-all.ts';

/** How the accounts are in one line, or how far the tests are. */
export function ListSummary({ accounts }: { accounts: readonly TestedAccount[] }) {
  const { of, worked, oldest } = useMemo(() => accountsSummary(accounts), [accounts]);
  const now = progress.value;
  const importing = importUnderWay.value;
  if (importing) return <ImportLine {...importing} />;
  if (now?.running)
    return (
      <div class="list-progress">
        <progress class="progress" max={now.all} value={now.done} aria-label={t('accounts.list.testAll')} />
        <span>{t('accounts.list.progress', { done: inDigits(now.done), all: inDigits(now.all) })}</span>
      </div>
    );
  if (oldest === undefined)
    return (
      <p class="list-summary">
        <strong>{counted('accounts.list.count', accounts.length)}</strong> ·{' '}
        {t(of === 0 ? 'accounts.list.noneActive' : 'accounts.list.noneTested')}
      </p>
    );
  return (
    <p class="list-summary">
      <strong>{t('accounts.list.summary', { worked: inDigits(worked), tested: inDigits(of) })}</strong> ·{' '}
      {t('accounts.list.oldest')} <Age iso={oldest} />
    </p>
  );
}
