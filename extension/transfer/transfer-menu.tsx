import '../style/transfer-menu.css';
import { Ellipsis } from 'lucide';
import { useRef } from 'preact/hooks';
import type { TestedAccount } from '../../shared/tested-account.ts';
import type { Format } from '../../shared/transfer/accounts-text.ts';
import { importAddress } from '../accounts/accounts-address.ts';
import { Icon } from '../status/icon.tsx';
import { t } from '../words.ts';

/** Import and export of the accounts, in a native popover that Escape and a click beside it close. */
export function TransferMenu({ accounts }: { accounts: readonly TestedAccount[] }) {
  const menu = useRef<HTMLDivElement>(null);
  const close = () => menu.current?.hidePopover();
  const save = async (format: Format) => {
    close();
    const { exportAccounts } = await import('./export-accounts.ts');
    exportAccounts(accounts, format);
  };
  const none = accounts.length === 0;
  return (
    <>
      <button
        type="button"
        class="button transfer-more"
        popovertarget="transfer-menu"
        aria-label={t('transfer.menu')}
        title={t('transfer.menu')}
      >
        <Icon of={Ellipsis} />
      </button>
      <div class="transfer-menu" id="transfer-menu" popover="auto" ref={menu}>
        <a class="transfer-choice" href={importAddress} onClick={close}>
          {t('transfer.import')}
        </a>
        <button type="button" class="transfer-choice" disabled={none} onClick={() => void save('csv')}>
          {t('transfer.exportCsv')}
        </button>
        <button type="button" class="transfer-choice" disabled={none} onClick={() => void save('json')}>
          {t('transfer.exportJson')}
        </button>
      </div>
    </>
  );
}
