import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** What has the focus in this part of the page, or had it until it was taken from the page. */
export function useFocusWithin(part: RefObject<HTMLElement | null>): { current: Element | undefined } {
  const within = useRef<Element | undefined>(undefined);
  useLayoutEffect(() => {
    const entered = ({ target }: Event) => {
      within.current = target instanceof Element ? target : undefined;
    };
    // Without a next target what had it has gone, or the person clicked beside it.
    const leaves = (event: FocusEvent) => {
      if (event.relatedTarget) within.current = undefined;
    };
    const own = part.current;
    // A button that has the focus already gets no other event of it.
    const clicked = ({ target }: Event) => {
      const control = target instanceof Element ? target.closest('a, button, input') : null;
      if (!own?.contains(control)) within.current = undefined;
    };
    own?.addEventListener('focusin', entered);
    own?.addEventListener('focusout', leaves, true);
    document.addEventListener('pointerdown', clicked, true);
    return () => {
      own?.removeEventListener('focusin', entered);
      own?.removeEventListener('focusout', leaves, true);
      document.removeEventListener('pointerdown', clicked, true);
    };
  }, [part]);
  return within;
}

/**
 * Did it go with the focus on it? While the focus is on its way from one place to the next it is nowhere, too: then what had
 * it is still on the page.
 */
export function isLost(focused: Element | undefined): boolean {
  return focused?.isConnected === false && document.activeElement === document.body;
}
