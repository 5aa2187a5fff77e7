import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { TestedAccount } from '../../shared/account-status.ts';
import { AccountsTable } from './accounts-table.tsx';
import { bulkActions } from './bulk-actions.ts';
import { BulkBar } from './bulk-bar.tsx';
import { EndedTests } from './ended-tests.tsx';
import { findAccounts, prepareSearch } from './find-accounts.ts';
import { sortedBy } from './list-address.ts';
import { ListFilters } from './list-filters.tsx';
import { ListSummary } from './list-summary.tsx';
import { NoHits } from './no-hits.tsx';
import { useBulkQuestion } from './use-bulk-question.tsx';
import { useListView } from './use-list-view.ts';
import { useSelection } from './use-selection.ts';
import { useSettledList } from './use-settled-list.ts';

/** Of one there is nothing to be found. */
const filteredFrom = 2;

/** The accounts as they are searched, narrowed down and sorted, and what is done to several of them. */
export function ShownAccounts({ all }: { all: readonly TestedAccount[] }) {
  const [view, setView] = useListView();
  const { list, look } = useSettledList(all, view);
  const { find, type, state } = view;
  const shown = useMemo(
    () => findAccounts(list.sorted, { find, type, state }, list.seen),
    [list, find, type, state],
  );
  const selection = useSelection(shown);
  useEffect(() => {
    const idle = requestIdleCallback(() => prepareSearch(all));
    return () => cancelIdleCallback(idle);
  }, [all]);
  const [dialog, ask] = useBulkQuestion();
  const actions = useMemo(() => bulkActions(ask), [ask]);
  const keys = useRef<(event: KeyboardEvent) => void>(undefined);
  const clear = () => setView({ find: '', type: undefined, state: undefined });
  const narrowed = find !== '' || type !== undefined || state !== undefined;
  return (
    <>
      <div class="list-tools">
        <ListSummary accounts={all} />
        {all.length >= filteredFrom || narrowed ? (
          <ListFilters
            view={view}
            onView={setView}
            onKeyDown={(event) => {
              if (event.key === 'Escape') setView({ find: '' });
              else if (shown.length > 0) keys.current?.(event);
            }}
          />
        ) : null}
      </div>
      <BulkBar
        all={all.length}
        shown={shown.length}
        chosen={selection.chosen.map(({ account }) => account)}
        actions={actions}
        onClear={() => selection.all(false)}
      />
      {shown.length === 0 ? (
        <NoHits find={find} onClear={clear} />
      ) : (
        <AccountsTable
          shown={shown}
          all={all.length}
          sort={view.sort}
          onSort={(by) => setView({ sort: sortedBy(by, view.sort) })}
          selection={selection}
          keys={keys}
          onClear={clear}
          onLeave={look}
          onDelete={(accounts) => void actions.remove(accounts.map(({ account }) => account))}
        />
      )}
      <EndedTests accounts={all} />
      {dialog}
    </>
  );
}
