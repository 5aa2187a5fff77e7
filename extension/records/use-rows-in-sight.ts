import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Rows drawn beyond those that are seen: the browser scrolls before it asks. */
const beyond = 12;

export interface RowsInSight {
  readonly first: number;
  /** Also one that is seen in part. */
  readonly last: number;
}

/** Which rows of one height this box shows; drawn are a few more on either side. */
export function useRowsInSight(
  box: RefObject<HTMLElement | null>,
  height: number,
): { seen: RowsInSight; drawn: RowsInSight; look: () => void } {
  const latest = useRef<() => void>(undefined);
  const [seen, setSeen] = useState<RowsInSight>({ first: 0, last: 40 });
  useLayoutEffect(() => {
    const { current } = box;
    if (!current) return;
    const look = () => {
      const first = Math.max(0, Math.floor(current.scrollTop / height));
      const last = first + Math.ceil(current.clientHeight / height);
      setSeen((before) => (before.first === first && before.last === last ? before : { first, last }));
    };
    latest.current = look;
    look();
    const size = new ResizeObserver(look);
    size.observe(current);
    current.addEventListener('scroll', look, { passive: true });
    return () => {
      size.disconnect();
      current.removeEventListener('scroll', look);
    };
  }, [height, box]);
  return {
    seen,
    drawn: { first: Math.max(0, seen.first - beyond), last: seen.last + beyond },
    // Where it was scrolled by hand: the browser says so only after it has painted.
    look: () => latest.current?.(),
  };
}
