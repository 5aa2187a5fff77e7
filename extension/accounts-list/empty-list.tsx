import { accountsWords } from '../words/accounts.ts';
import { importAddress, newAddress } from '../accounts/accounts-address.ts';
import { t } from '../words.ts';

/** What to do first. */
export function EmptyList() {
  const { emptyTitle, emptyLead, emptyCreate } = accountsWords.list;
  return (
    <div class="accounts-empty">
      <h2 class="accounts-empty-title">{emptyTitle}</h2>
      <p>{emptyLead}</p>
      <a class="button button-main" href={newAddress}>
        {emptyCreate}
      </a>{' '}
      <a class="button" href={importAddress}>
        {t('transfer.import')}
      </a>
    </div>
  );
}
