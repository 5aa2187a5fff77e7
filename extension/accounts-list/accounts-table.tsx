import { Fragment } from 'preact';
import { useCallback, useRef } from 'preact/hooks';
import type { TestedAccount } from '../../shared/account-status.ts';
import type { Id } from '../../shared/id.ts';
import { t } from '../words.ts';
import { AccountRow } from './account-row.tsx';
import type { SortKey, Sorting } from './list-address.ts';
import { listKeys } from './list-keys.ts';
import { memo } from './memo.ts';
import { TableHead } from './table-head.tsx';
import { useActiveRow } from './use-active-row.ts';
import type { Selection } from './use-selection.ts';
import { useVirtualRows } from './use-virtual-rows.ts';

interface AccountsTableProps {
  shown: readonly TestedAccount[];
  /** How many there are, with those that are not shown. */
  all: number;
  sort: Sorting;
  onSort: (by: SortKey) => void;
  selection: Selection;
  onClear: () => void;
  /** Pointer or focus have left the rows. */
  onLeave: () => void;
  onDelete: (accounts: readonly TestedAccount[]) => void;
  /** Of the search, where the keys begin. */
  keys: { current: ((event: KeyboardEvent) => void) | undefined };
}

/** One row for each account, as many as the window shows; keys move between them, Enter opens one. */
export function AccountsTable({
  shown,
  all,
  sort,
  onSort,
  selection,
  keys,
  onLeave,
  ...act
}: AccountsTableProps) {
  const table = useRef<HTMLTableElement>(null);
  const active = useActiveRow(shown, table);
  const { rows, end, measure } = useVirtualRows({ count: shown.length, most: all, kept: active.at, table });
  const onKeyDown = listKeys({ shown, active, selection, ...act });
  keys.current = onKeyDown;
  const latest = useRef({ selection, active, onSort });
  latest.current = { selection, active, onSort };
  const onSelect = useCallback((id: Id) => latest.current.selection.toggle(id), []);
  const onFocus = useCallback((id: Id) => latest.current.active.note(id), []);
  const onAll = useCallback((on: boolean) => latest.current.selection.all(on), []);
  const onSorting = useCallback((by: SortKey) => latest.current.onSort(by), []);
  const chosen = selection.chosen.length;
  return (
    <table
      class="table accounts-table"
      ref={table}
      aria-label={t('accounts.title')}
      aria-rowcount={shown.length + 1}
      onKeyDown={onKeyDown}
    >
      <MemoHead
        by={sort.by}
        descending={sort.descending}
        onSort={onSorting}
        chosen={chosen === 0 ? 'none' : chosen === shown.length ? 'all' : 'some'}
        onAll={onAll}
      />
      <tbody
        onMouseLeave={onLeave}
        onFocusOut={({ currentTarget, relatedTarget }) => {
          if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) onLeave();
        }}
      >
        {rows.map(({ index, gap }) => {
          const tested = shown[index];
          if (!tested) return null;
          const { id } = tested.account;
          return (
            // By its place: what another search finds is written into the rows that are there, not drawn from nothing.
            <Fragment key={index}>
              {gap > 0 ? <Gap height={gap} /> : null}
              <MemoRow
                tested={tested}
                index={index}
                selected={selection.has(id)}
                active={index === active.at}
                measure={measure}
                onSelect={onSelect}
                onFocus={onFocus}
              />
            </Fragment>
          );
        })}
        {end > 0 ? <Gap height={end} /> : null}
      </tbody>
    </table>
  );
}

const MemoRow = memo(AccountRow);
const MemoHead = memo(TableHead);

/** In the place of rows that are out of sight. */
function Gap({ height }: { height: number }) {
  return (
    <tr class="accounts-gap" aria-hidden="true">
      <td style={{ height: `${height}px` }} />
    </tr>
  );
}
