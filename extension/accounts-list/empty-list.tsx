import { importAddress, newAddress } from '../addresses/accounts-address.ts';
import { Note } from '../frame/note.tsx';
import { t } from '../words.ts';

/** What to do first. */
export function EmptyList() {
  return (
    <Note title={t('accounts.list.emptyTitle')} lead={t('accounts.list.emptyLead')}>
      <a class="button button-main" href={newAddress}>
        {t('accounts.list.emptyCreate')}
      </a>
      <a class="button" href={importAddress}>
        {t('transfer.import')}
      </a>
    </Note>
  );
}
