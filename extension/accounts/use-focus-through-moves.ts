import { useLayoutEffect } from 'preact/hooks';

/** An element that is moved to another place of the page loses the focus: it gets it back when `order` has changed. */
export function useFocusThroughMoves(order: unknown): void {
  const before = document.activeElement;
  useLayoutEffect(() => {
    const isLost = document.activeElement === document.body && before?.isConnected === true;
    if (isLost && before instanceof HTMLElement) before.focus({ preventScroll: true });
  }, [order]);
}
