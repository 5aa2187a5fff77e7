import type { Account } from '../../shared/account.ts';
import { visibleText } from '../../shared/visible-text.ts';
import { t } from '../words.ts';
import { PageLink } from './page-link.tsx';

interface RowGuardProps {
  account: Account;
  testAnyway: () => void;
}

/** Why a test of this account is held back, and what can be done. */
export function RowGuard({ account: { id, name }, testAnyway }: RowGuardProps) {
  return (
    <div class="row-guard">
      <p role="alert">{t('status.guard.sentence')}</p>
      <div class="row-guard-actions">
        <PageLink to={`#/accounts/${id}?field=password`} class="button">
          {t('status.guard.change')}
        </PageLink>
        <button
          type="button"
          class="button button-quiet"
          aria-label={t('status.guard.anywayName', { name: visibleText(name, 128) })}
          onClick={testAnyway}
        >
          {t('status.guard.anyway')}
        </button>
      </div>
    </div>
  );
}
