import { Ellipsis } from 'lucide';
import { useRef } from 'preact/hooks';
import type { Account } from '../../shared/account.ts';
import { Icon } from '../status/icon.tsx';
import { t } from '../words.ts';
import { newAddress } from './accounts-address.ts';
import type { RecordActions } from './record-actions.ts';

interface RecordMenuProps {
  account: Account;
  actions: RecordActions;
}

/** What is done seldom with a record, in a native popover that Escape and a click beside it close. */
export function RecordMenu({ account, actions }: RecordMenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  const choose = (act: (account: Account) => Promise<void>) => {
    menu.current?.hidePopover();
    void act(account);
  };
  return (
    <>
      <button
        type="button"
        class="button record-more"
        popovertarget="record-menu"
        aria-label={t('accounts.record.more')}
        title={t('accounts.record.more')}
      >
        <Icon of={Ellipsis} />
      </button>
      <div class="record-menu" id="record-menu" popover="auto" ref={menu}>
        <a class="record-choice" href={newAddress} onClick={() => menu.current?.hidePopover()}>
          {t('accounts.list.emptyCreate')}
        </a>
        <button type="button" class="record-choice" onClick={() => choose(actions.duplicate)}>
          {t('accounts.record.duplicate')}
        </button>
        <button type="button" class="record-choice record-danger" onClick={() => choose(actions.remove)}>
          {t('accounts.record.remove')}
        </button>
      </div>
    </>
  );
}
