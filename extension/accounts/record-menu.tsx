import type { Account } from '../../shared/account.ts';
import { MoreMenu } from '../frame/more-menu.tsx';
import { t } from '../words.ts';
import { newAddress } from '../addresses/accounts-address.ts';
import type { RecordActions } from './record-actions.ts';

interface RecordMenuProps {
  account: Account;
  actions: RecordActions;
}

/** What is done seldom with a record. */
export function RecordMenu({ account, actions }: RecordMenuProps) {
  return (
    <MoreMenu label={t('accounts.record.more')}>
      <a class="more-choice" href={newAddress}>
        {t('accounts.list.emptyCreate')}
      </a>
      <button type="button" class="more-choice" onClick={() => void actions.duplicate(account)}>
        {t('accounts.record.duplicate')}
      </button>
      <button type="button" class="more-choice more-danger" onClick={() => void actions.remove(account)}>
        {t('accounts.record.remove')}
      </button>
    </MoreMenu>
  );
}
