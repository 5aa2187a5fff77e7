import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { TestedAccount } from '../../shared/account-status.ts';
import type { Id } from '../../shared/id.ts';
import { useFocusWithin } from './use-focus-within.ts';

/** The row that Tab leads to; the others are reached by arrow keys. */
export interface ActiveRow {
  /** -1 where there is no row. */
  readonly at: number;
  /** Brings the focus there. */
  readonly go: (index: number) => void;
  /** It has the focus now. */
  readonly note: (id: Id) => void;
}

/** Where a record was opened from: whoever comes back goes on there. */
let left: Id | undefined;

/** The focus is never lost: a row that goes hands it to the one that takes its place. */
export function useActiveRow(
  shown: readonly TestedAccount[],
  table: RefObject<HTMLTableElement | null>,
): ActiveRow {
  const [active, setActive] = useState<Id | undefined>(left);
  const place = useRef(0);
  const wanted = useRef(left !== undefined);
  const within = useFocusWithin(table);
  const found = shown.findIndex(({ account }) => account.id === active);
  const at = found >= 0 ? found : Math.min(place.current, shown.length - 1);
  const id = shown[at]?.account.id;
  useLayoutEffect(() => {
    left = undefined;
    place.current = Math.max(0, at);
    const lost = within.current && document.activeElement === document.body;
    if ((!wanted.current && !lost) || id === undefined) return;
    const link = table.current?.querySelector<HTMLElement>(`a[data-account="${id}"]`);
    if (!link) return;
    wanted.current = false;
    link.focus({ preventScroll: true });
    link.closest('tr')?.scrollIntoView({ block: 'nearest' });
  });
  return {
    at,
    go(index) {
      const next = shown[index]?.account.id;
      if (next === undefined) return;
      wanted.current = true;
      place.current = index;
      setActive(next);
      // The same row may be out of focus.
      if (next === id) {
        table.current?.querySelector<HTMLElement>(`a[data-account="${id}"]`)?.focus();
        wanted.current = false;
      }
    },
    note(now) {
      if (now !== active) setActive(now);
    },
  };
}

/** For the link of a row: it leads to the record. */
export function leaveFrom(id: Id): void {
  left = id;
}
