import { Plus } from 'lucide';
import { useEffect } from 'preact/hooks';
import { accounts } from '../state/accounts.ts';
import { connection } from '../state/connection.ts';
import { Icon } from '../status/icon.tsx';
import { t } from '../words.ts';
import { AccountList } from './account-list.tsx';
import { ConnectionHelp } from './connection-help.tsx';
import { EmptyList } from './empty-list.tsx';
import { PageLink } from './page-link.tsx';
import { PopupHead } from './popup-head.tsx';
import { keepRows } from './rows-before.ts';
import { SecretsNote } from './secrets-note.tsx';
import { WaitingList } from './waiting-list.tsx';

/** The toolbar popup: how the accounts are, and a test one key away. */
export function Popup() {
  return (
    <>
      <PopupHead />
      <main class="popup-main">
        <Content />
      </main>
      <nav class="popup-foot" aria-label={t('popup.app')}>
        <PageLink to="#/accounts/new">
          <Icon of={Plus} size={14} />
          {t('popup.newAccount')}
        </PageLink>
        <PageLink to="#/log">{t('popup.mainLog')}</PageLink>
        <PageLink to="#/accounts">{t('popup.emailAccounts')}</PageLink>
      </nav>
    </>
  );
}

function Content() {
  const now = connection.value;
  const list = accounts.value;
  useEffect(() => {
    if (list) keepRows(list.length);
  }, [list]);
  if (now.state === 'unpaired' || now.state === 'trouble') return <ConnectionHelp connection={now} />;
  return (
    <>
      {now.state === 'connected' && <SecretsNote place={now.status.secrets} />}
      {list ? list.length > 0 ? <AccountList accounts={list} /> : <EmptyList /> : <WaitingList />}
    </>
  );
}
