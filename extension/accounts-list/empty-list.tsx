import { importAddress, newAddress } from '../addresses/accounts-address.ts';
import { t } from '../words.ts';

/** What to do first. */
export function EmptyList() {
  return (
    <div class="accounts-empty">
      <h2 class="accounts-empty-title">{t('accounts.list.emptyTitle')}</h2>
      <p>{t('accounts.list.emptyLead')}</p>
      <a class="button button-main" href={newAddress}>
        {t('accounts.list.emptyCreate')}
      </a>{' '}
      <a class="button" href={importAddress}>
        {t('transfer.import')}
      </a>
    </div>
  );
}
