import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { RecordSort } from '../../shared/record-query.ts';
import type { ListPlace } from '../addresses/list-place.ts';
import { counted, t } from '../words.ts';
import { chosenColumns } from './kept-columns.ts';
import { listKey } from './list-keys.ts';
import { ListTable } from './list-table.tsx';
import { type PageWindow, recordAt, rowCount, rowOf } from './page-window.ts';
import type { ShownList } from './use-list.ts';
import { useKind } from './use-kind.ts';
import { useFollow } from './use-follow.ts';
import { useRowHeight } from './use-row-height.ts';
import { useRowsInSight } from './use-rows-in-sight.ts';

/** Where the person was when a record was opened: there they go on. */
export interface LeftPlace {
  top: number;
  record: string | undefined;
}

interface ListBoxProps {
  list: ShownList & { window: PageWindow };
  place: ListPlace;
  paused: boolean;
  left: RefObject<LeftPlace>;
  onSort: (sort: RecordSort) => void;
  onSearch: () => void;
  onMenu: (event: Event, row: number) => void;
}

/** The records in a box that scrolls: rows of one height, of which those in sight are drawn; keys move between them. */
export function ListBox({ list, place, paused, left, onSort, onSearch, onMenu }: ListBoxProps) {
  const kind = useKind();
  const { pages, window, stale, fresh } = list;
  const box = useRef<HTMLDivElement>(null);
  const height = useRowHeight();
  const { seen, drawn, look } = useRowsInSight(box, height);
  const [active, setActive] = useState(left.current?.record);
  const focusWanted = useRef(active !== undefined);
  const count = rowCount(window);
  const found = active === undefined ? -1 : rowOf(window, active);
  const at = found >= 0 ? found : Math.min(seen.first, count - 1);
  const chosen = chosenColumns(kind).value;
  const columns = chosen ?? kind.usual;
  const shift = pages?.shift.value ?? 0;
  const applied = useRef({ pages, shift });
  const top = box.current?.scrollTop ?? 0;

  useLayoutEffect(() => {
    // Chromium lays the list out when the row that has the focus is taken away, half drawn as it is, and cuts this off.
    if (box.current && box.current.scrollTop < top) box.current.scrollTop = top;
  });

  const showRow = (row: number) => {
    if (!box.current) return;
    const head = box.current.querySelector<HTMLElement>('thead')?.offsetHeight ?? 0;
    const { scrollTop, clientHeight } = box.current;
    const lowest = (row + 1) * height + head - clientHeight;
    if (scrollTop > row * height) box.current.scrollTop = row * height;
    else if (scrollTop < lowest) box.current.scrollTop = lowest;
  };
  useLayoutEffect(() => {
    box.current?.scrollTo(0, left.current?.top ?? 0);
    if (found >= 0) showRow(found);
    look();
  }, []);
  useLayoutEffect(() => {
    const before = applied.current;
    applied.current = { pages, shift };
    if (!box.current) return;
    // Another list begins at its begin; in the same one what is read stays where it is.
    if (before.pages !== pages) box.current.scrollTop = 0;
    else if (before.shift !== shift) box.current.scrollTop += (shift - before.shift) * height;
    else return;
    look();
  }, [pages, shift]);
  useEffect(() => pages?.look(seen.first, seen.last), [pages, seen.first, seen.last]);
  useLayoutEffect(() => {
    if (!focusWanted.current || active === undefined) return;
    const link = box.current?.querySelector<HTMLElement>(`[data-record="${active}"]`);
    link?.focus({ preventScroll: true });
    focusWanted.current = !link;
  });
  useLayoutEffect(() => {
    // The row that had the focus was of another list, or too far away to be kept: the first in sight takes it.
    if (document.activeElement !== document.body || !hadFocus.current) return;
    hadFocus.current = false;
    const record = recordAt(window, at);
    if (!record) return box.current?.focus({ preventScroll: true });
    focusWanted.current = true;
    setActive(record.id);
  });
  const hadFocus = useRef(false);
  const isRead = useFollow({ list, box, paused, newestFirst: place.sort === 'newest' });

  const go = (row: number) => {
    const now = pages?.window.peek();
    const record = now && recordAt(now, row);
    if (!record || !box.current) return;
    showRow(row);
    setActive(record.id);
    focusWanted.current = true;
    look();
  };
  const jump = async (to: 'start' | 'end') => {
    if (window.edges[to] !== undefined) await pages?.begin(to);
    const now = pages?.window.peek();
    if (!now || !box.current) return;
    box.current.scrollTop = to === 'start' ? 0 : rowCount(now) * height;
    go(to === 'start' ? 0 : rowCount(now) - 1);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Not every browser tells of its menu key as of a click with the other button.
    if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) return onMenu(event, at);
    const page = Math.max(1, seen.last - seen.first - 2);
    const act = listKey(event, { at, count, page, go, jump: (to) => void jump(to), search: onSearch });
    if (!act || event.isComposing) return;
    event.preventDefault();
    act();
  };
  const showNow = async ({ detail }: MouseEvent) => {
    const byKey = detail === 0 && document.activeElement?.matches('.records-fresh') === true;
    await list.showFresh(false);
    const now = pages?.window.peek();
    if (!now || !box.current) return;
    // In the order of time the newest stand at the end.
    box.current.scrollTop = place.sort === 'oldest' ? (rowCount(now) + 1) * height : 0;
    look();
    // The button is gone.
    if (byKey) go(place.sort === 'oldest' ? rowCount(now) - 1 : 0);
  };
  return (
    <div class="records-list">
      <p class="unseen" role="status">
        {isRead && fresh.length > 0 && counted(`${kind.words}.fresh`, fresh.length)}
      </p>
      {isRead && fresh.length > 0 && (
        <button type="button" class="records-fresh" onClick={(event) => void showNow(event)}>
          <span aria-hidden="true">{place.sort === 'oldest' ? '↓' : '↑'} </span>
          {counted(`${kind.words}.fresh`, fresh.length)}
        </button>
      )}
      <div
        class={stale ? 'records-box records-stale' : 'records-box'}
        ref={box}
        tabIndex={-1}
        aria-busy={stale}
        onKeyDown={onKeyDown}
        onFocusIn={({ target }) => {
          hadFocus.current = true;
          const record = target instanceof HTMLElement ? target.dataset['record'] : undefined;
          if (record !== undefined) setActive(record);
        }}
        onFocusOut={({ relatedTarget }) => {
          if (relatedTarget) hadFocus.current = false;
        }}
        onClick={({ target }) => {
          const row = target instanceof Element && target.closest<HTMLElement>('[data-row]');
          if (row)
            left.current = {
              top: box.current?.scrollTop ?? 0,
              record: recordAt(window, Number(row.dataset['row']))?.id,
            };
        }}
      >
        <ListTable
          {...{ window, columns, place, height, drawn, at, onSort, onMenu }}
          usual={chosen === undefined}
        />
        <p class="records-end">
          {window.edges.end === undefined && t('records.end')}
          {window.edges.end !== undefined && !list.trouble && t('records.loadingOlder')}
        </p>
      </div>
    </div>
  );
}
