import { useState } from 'preact/hooks';
import { CompanionAway } from '../companion/companion-away.tsx';
import { RoomHead } from '../frame/room-head.tsx';
import { accounts } from '../state/accounts.ts';
import { isAway } from '../state/connection.ts';
import { accountsWords } from '../words/accounts.ts';
import { AccountsTable } from './accounts-table.tsx';
import { newAddress } from '../accounts/accounts-address.ts';
import { EmptyList } from './empty-list.tsx';
import { findAccounts } from './find-accounts.ts';
import { ListSkeleton } from './list-skeleton.tsx';
import { ListTools } from './list-tools.tsx';
import { SkippedNotice } from './skipped-notice.tsx';
import { progress, stopAll, testAll, testAllTrouble } from './test-all.ts';
import { TransferMenu } from '../transfer/transfer-menu.tsx';
import { TroubleNotice } from '../accounts/trouble-notice.tsx';

/** Every account with its state, and a test of each or all one click away. */
export function AccountsList() {
  const [find, setFind] = useState('');
  const all = accounts.value;
  const { list } = accountsWords;
  const away = isAway.value;
  const busy = progress.value?.running ?? false;
  return (
    <main id="content" tabIndex={-1}>
      <RoomHead title={accountsWords.title}>
        {all && all.length > 0 ? (
          <button
            type="button"
            class="button"
            disabled={away}
            onClick={() => void (busy ? stopAll() : testAll())}
          >
            {busy ? list.cancel : list.testAll}
          </button>
        ) : null}
        <a class="button button-main" href={newAddress}>
          {list.create}
        </a>
        <TransferMenu accounts={all ?? []} />
      </RoomHead>
      <div class="page accounts">
        <CompanionAway />
        <TroubleNotice trouble={away ? undefined : testAllTrouble.value} />
        {all === undefined ? (
          away ? null : (
            <ListSkeleton />
          )
        ) : all.length === 0 ? (
          <EmptyList />
        ) : (
          <>
            <ListTools accounts={all} find={find} onFind={setFind} />
            <AccountsTable accounts={findAccounts(all, find)} find={find} onClear={() => setFind('')} />
            <SkippedNotice accounts={all} />
          </>
        )}
      </div>
    </main>
  );
}
