import { newAddress } from '../addresses/accounts-address.ts';
import { CompanionAway } from '../companion/companion-away.tsx';
import { RoomHead } from '../frame/room-head.tsx';
import { accounts, accountsTrouble, damagedAccounts } from '../state/accounts.ts';
import { isAway } from '../state/connection.ts';
import { t } from '../words.ts';
import { DamagedAccounts } from './damaged-accounts.tsx';
import { EmptyList } from './empty-list.tsx';
import { HeldBack } from './held-back.tsx';
import { ListNoteBar } from './list-note-bar.tsx';
import { ListSkeleton } from './list-skeleton.tsx';
import { ShownAccounts } from './shown-accounts.tsx';
import { startTests } from './start-tests.ts';
import { listTrouble, progress, stopAll } from './test-all.ts';
import { TransferMenu } from '../transfer/transfer-menu.tsx';
import { TroubleNotice } from '../fields/trouble-notice.tsx';
import { UnreadAccounts } from './unread-accounts.tsx';

/** Every account with its state, and a test of each or all one click away. */
export function AccountsList() {
  const all = accounts.value;
  const damaged = damagedAccounts.value;
  const away = isAway.value;
  const unread = !away && accountsTrouble.value !== '';
  const off = away || !all;
  const busy = progress.value?.running ?? false;
  return (
    <main id="content" tabIndex={-1}>
      <RoomHead title={t('accounts.title')}>
        {/* Its place is kept while the accounts are read. */}
        {all?.length !== 0 && (all || !away) ? (
          <button
            type="button"
            class="button"
            // Not `disabled`, which would take the focus from it.
            aria-disabled={off}
            aria-describedby="away"
            onClick={() => void (off || (busy ? stopAll() : startTests(all.map(({ account }) => account))))}
          >
            {t(busy ? 'accounts.list.cancel' : 'accounts.list.testAll')}
          </button>
        ) : null}
        <a class="button button-main" href={newAddress}>
          {t('accounts.list.create')}
        </a>
        <TransferMenu accounts={all ?? []} />
      </RoomHead>
      <div class="page accounts">
        <CompanionAway />
        <TroubleNotice trouble={away ? undefined : listTrouble.value}>
          <HeldBack />
        </TroubleNotice>
        {damaged.length > 0 && <DamagedAccounts ids={damaged} />}
        {unread && <UnreadAccounts shown={all !== undefined} />}
        {all === undefined ? (
          away || unread ? null : (
            <ListSkeleton />
          )
        ) : all.length === 0 ? (
          <EmptyList />
        ) : (
          <ShownAccounts all={all} />
        )}
      </div>
      <ListNoteBar />
    </main>
  );
}
