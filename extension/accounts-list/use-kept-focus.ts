import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { isLost, useFocusWithin } from './use-focus-within.ts';

/** When what had the focus in this part of the page goes away, the focus goes to the row that Tab leads to. */
export function useKeptFocus(part: RefObject<HTMLElement | null>): void {
  const within = useFocusWithin(part);
  useLayoutEffect(() => {
    if (!isLost(within.current)) return;
    within.current = undefined;
    giveToList();
  });
  useLayoutEffect(
    () => () => {
      // The part itself goes only after this.
      const had = within.current;
      queueMicrotask(() => {
        if (isLost(had)) giveToList();
      });
    },
    [within],
  );
}

function giveToList(): void {
  const row = document.querySelector<HTMLElement>('a[data-account][tabindex="0"]');
  (row ?? document.querySelector<HTMLElement>('#content'))?.focus({ preventScroll: true });
}
