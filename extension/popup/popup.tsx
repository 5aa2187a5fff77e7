import { useEffect } from 'preact/hooks';
import type { TestedAccount } from '../../shared/account-status.ts';
import { accounts, accountsTrouble, damagedAccounts } from '../state/accounts.ts';
import { connection } from '../state/connection.ts';
import { counted, t } from '../words.ts';
import { AccountList } from './account-list.tsx';
import { ConnectionNote } from './connection-note.tsx';
import { SecretsNote } from './secrets-note.tsx';
import { EmptyList } from './empty-list.tsx';
import { PageLink } from './page-link.tsx';
import { PopupHead } from './popup-head.tsx';
import { keepRows } from './rows-before.ts';
import { UnreadAccounts } from './unread-accounts.tsx';
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
        <PageLink to="#/accounts/new">{t('popup.newAccount')}</PageLink>
        <PageLink to="#/log">{t('popup.mainLog')}</PageLink>
        <PageLink to="#/letters/round-trip">{t('popup.roundTrip')}</PageLink>
        <PageLink to="#/accounts">{t('popup.emailAccounts')}</PageLink>
      </nav>
    </>
  );
}

function Content() {
  const now = connection.value;
  const list = accounts.value;
  const damaged = damagedAccounts.value.length;
  useEffect(() => {
    if (list) keepRows(list.length);
  }, [list]);
  if (now.state === 'unpaired' || now.state === 'trouble') return <ConnectionNote connection={now} />;
  return (
    <>
      {now.state === 'connected' && <SecretsNote place={now.status.secrets} />}
      <UnreadAccounts />
      <Rows list={list} />
      {damaged > 0 && (
        <p class="rows-more">
          <PageLink to="#/accounts">{counted('popup.damaged', damaged)}</PageLink>
        </p>
      )}
    </>
  );
}

function Rows({ list }: { list: readonly TestedAccount[] | undefined }) {
  if (list) return list.length > 0 ? <AccountList accounts={list} /> : <EmptyList />;
  return accountsTrouble.value ? null : <WaitingList />;
}
