import { t } from '../words.ts';
import '../style/accounts.css';
import '../style/notice.css';
import '../style/accounts-bulk.css';
import '../style/table.css';
import '../style/accounts-table.css';
import '../style/account-row.css';
import '../style/account.css';
import '../style/form-head.css';
import '../style/fields.css';
import '../style/question.css';
import '../style/test-panel.css';
import '../style/stages.css';
import { useEffect, useState } from 'preact/hooks';
import { recordAddress } from '../addresses/accounts-address.ts';
import { type AccountsAddress, parseAccountsAddress } from '../addresses/parse-accounts-address.ts';
import { AccountsList } from '../accounts-list/accounts-list.tsx';
import { AccountPage } from '../accounts/account-page.tsx';
import { ImportSlot } from '../transfer/import-slot.tsx';
import { MissingAccount } from '../accounts/missing-account.tsx';

/** System Mailboxes → Email Accounts: the list, or the record that the address names. */
export function AccountsRoom() {
  const [{ address, key }, setShown] = useState(() => shownOf(parseAccountsAddress(location.hash)));
  useEffect(() => {
    const read = () => setShown(shownOf(parseAccountsAddress(location.hash)));
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  useEffect(() => {
    if (address.view === 'list') document.title = `${t('accounts.title')} · ${t('frame.app')}`;
  }, [address.view]);

  switch (address.view) {
    case 'list':
      return <AccountsList />;
    case 'import':
      return <ImportSlot />;
    case 'unknown':
      return <MissingAccount />;
    case 'new':
    case 'record': {
      const of = address.view === 'record' ? { id: address.id } : { like: address.like };
      return (
        <AccountPage
          key={key}
          {...of}
          // A new account has an address of its own from its first save on; its page stays as it is.
          onCreated={(created) => {
            history.replaceState(history.state, '', recordAddress(created));
            setShown({ address: { view: 'record', id: created }, key });
          }}
        />
      );
    }
  }
}

let visits = 0;

// Each visit has a record of its own: a new account that was saved is no longer what `new` leads to.
function shownOf(address: AccountsAddress): { address: AccountsAddress; key: number } {
  visits++;
  return { address, key: visits };
}
