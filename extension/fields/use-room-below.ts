import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** Tells the styles how high the head is that stays in sight, in as many lines as it has, so that it covers nothing. */
export function useRoomBelow(head: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    if (!head.current) return;
    const { style } = document.documentElement;
    const watch = new ResizeObserver(([seen]) => {
      const { blockSize } = seen?.borderBoxSize[0] ?? {};
      if (blockSize) style.setProperty('--head', `${blockSize}px`);
    });
    watch.observe(head.current);
    return () => {
      watch.disconnect();
      style.removeProperty('--head');
    };
  }, []);
}
