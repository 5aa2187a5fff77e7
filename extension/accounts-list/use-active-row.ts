import type { RefObject } from 'preact';
import { useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';
import type { TestedAccount } from '../../shared/account-status.ts';
import type { Id } from '../../shared/id.ts';
import { isLost, useFocusWithin } from './use-focus-within.ts';

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
  const [, drawAgain] = useReducer<number, void>((times) => times + 1, 0);
  const place = useRef(0);
  const wanted = useRef(left !== undefined);
  const within = useFocusWithin(table);
  const found = shown.findIndex(({ account }) => account.id === active);
  const at = found >= 0 ? found : Math.min(place.current, shown.length - 1);
  const id = shown[at]?.account.id;
  useLayoutEffect(() => {
    left = undefined;
    place.current = Math.max(0, at);
    if (id === undefined) return;
    if (wanted.current || isLost(within.current)) wanted.current = !focusRow(table.current, id);
    else followRow(table.current, id);
  });
  return {
    at,
    go(index) {
      const next = shown[index]?.account.id;
      if (next === undefined) return;
      place.current = index;
      setActive(next);
      // A row that is out of sight gets the focus as soon as it is drawn.
      wanted.current = !focusRow(table.current, next);
      if (wanted.current) drawAgain();
    },
    note(now) {
      if (now !== active) setActive(now);
    },
  };
}

/** Rows are written anew for other accounts: the focus stays with its own, on the same thing. */
function followRow(table: HTMLTableElement | null, id: Id): void {
  const { activeElement } = document;
  const row = activeElement?.closest('tbody tr');
  if (!activeElement || !row || !table?.contains(row) || row.querySelector(linkOf(id))) return;
  const kind = ['.row-check', '.button-row'].find((kind) => activeElement.matches(kind)) ?? 'a';
  const own = table.querySelector(linkOf(id))?.closest('tr');
  own?.querySelector<HTMLElement>(kind)?.focus({ preventScroll: true });
}

function linkOf(id: Id): string {
  return `a[data-account="${id}"]`;
}

/** False where the row is not drawn. */
function focusRow(table: HTMLTableElement | null, id: Id): boolean {
  const link = table?.querySelector<HTMLElement>(linkOf(id));
  link?.focus({ preventScroll: true });
  link?.closest('tr')?.scrollIntoView({ block: 'nearest' });
  return link !== null && link !== undefined;
}

/** For the link of a row: it leads to the record. */
export function leaveFrom(id: Id): void {
  left = id;
}
