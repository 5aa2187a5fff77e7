import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ShownList } from './use-list.ts';

interface Follow {
  list: ShownList;
  box: RefObject<HTMLElement | null>;
  paused: boolean;
  /** In another order than that of time the newest may stand anywhere. */
  newestFirst: boolean;
}

/**
 * New records come in on top by themselves while nobody reads: no row moves under a pointer, under the focus, or away from
 * where somebody has scrolled. True while they wait.
 */
export function useFollow({ list, box, paused, newestFirst }: Follow): boolean {
  const [, drawAgain] = useState(0);
  const isRead = () =>
    paused ||
    !newestFirst ||
    // What is here begins somewhere below the newest.
    list.window?.edges.start !== undefined ||
    (box.current?.scrollTop ?? 0) > 0 ||
    box.current?.matches(':has(tbody:hover), :focus-within') === true;
  useEffect(() => {
    if (list.fresh.length > 0 && !isRead()) void list.showFresh(false);
    if (list.changed && !paused) list.refresh(isRead());
  });
  useEffect(() => {
    const { current } = box;
    const leave = () => drawAgain((times) => times + 1);
    for (const name of ['pointerleave', 'focusout'] as const) current?.addEventListener(name, leave);
    return () => {
      for (const name of ['pointerleave', 'focusout'] as const) current?.removeEventListener(name, leave);
    };
  }, [box]);
  return isRead();
}
