import { t } from '../words.ts';
import { accountName } from './account-name.ts';
import { type LogFilter, logAddress } from '../addresses/log-address.ts';

/** What the list is narrowed down to, each with a way out of it. */
export function LogFilterBar({ filter }: { filter: LogFilter }) {
  const { accountId, testId } = filter;
  if (!accountId && !testId) return null;
  return (
    <div class="log-filter" role="group" aria-label={t('log.filteredBy')}>
      <span class="log-filter-label">{t('log.filteredBy')}</span>
      {accountId && (
        <Chip what={t('log.account')} value={accountName(accountId)} left={testId ? { testId } : {}} />
      )}
      {testId && <Chip what={t('log.test')} value={testId} left={accountId ? { accountId } : {}} />}
    </div>
  );
}

function Chip({ what, value, left }: { what: string; value: string; left: LogFilter }) {
  return (
    <span class="chip">
      {what} <strong>{value}</strong>
      <a class="chip-clear" href={logAddress(left)} aria-label={t('log.clearFilter', { what })}>
        <span aria-hidden="true">×</span>
      </a>
    </span>
  );
}
