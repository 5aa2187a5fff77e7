import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { LogList } from './use-log-list.ts';

interface Follow {
  list: LogList;
  box: RefObject<HTMLElement | null>;
  paused: boolean;
}

/**
 * New records come in on top by themselves while nobody reads: no row moves under a pointer, under the focus, or away from
 * where somebody has scrolled. True while they wait.
 */
export function useFollow({ list, box, paused }: Follow): boolean {
  const [, drawAgain] = useState(0);
  const isRead = () =>
    paused ||
    (box.current?.scrollTop ?? 0) > 0 ||
    box.current?.matches(':has(tbody:hover), :focus-within') === true;
  useEffect(() => {
    if (list.fresh.length > 0 && !isRead()) void list.showFresh(false);
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
