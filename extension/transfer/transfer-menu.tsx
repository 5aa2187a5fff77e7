import type { TestedAccount } from '../../shared/tested-account.ts';
import type { Format } from '../../shared/transfer/accounts-text.ts';
import { importAddress } from '../addresses/accounts-address.ts';
import { MoreMenu } from '../frame/more-menu.tsx';
import { t } from '../words.ts';

/** Import and export of the accounts. */
export function TransferMenu({ accounts }: { accounts: readonly TestedAccount[] }) {
  const save = async (format: Format) => {
    const { exportAccounts } = await import('./export-accounts.ts');
    exportAccounts(accounts, format);
  };
  const none = accounts.length === 0;
  return (
    <MoreMenu label={t('transfer.menu')}>
      <a class="more-choice" href={importAddress}>
        {t('transfer.import')}
      </a>
      <button type="button" class="more-choice" disabled={none} onClick={() => void save('csv')}>
        {t('transfer.exportCsv')}
      </button>
      <button type="button" class="more-choice" disabled={none} onClick={() => void save('json')}>
        {t('transfer.exportJson')}
      </button>
    </MoreMenu>
  );
}
