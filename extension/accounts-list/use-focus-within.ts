import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Whether the focus is in this part of the page, or was until what had it went away. */
export function useFocusWithin(part: RefObject<HTMLElement | null>): { readonly current: boolean } {
  const within = useRef(false);
  useLayoutEffect(() => {
    const entered = () => (within.current = true);
    // Without a next target what had it has gone, or the person clicked beside it.
    const leaves = (event: FocusEvent) => {
      if (event.relatedTarget) within.current = false;
    };
    const clicked = () => (within.current = false);
    const own = part.current;
    own?.addEventListener('focusin', entered);
    own?.addEventListener('focusout', leaves);
    document.addEventListener('pointerdown', clicked, true);
    return () => {
      own?.removeEventListener('focusin', entered);
      own?.removeEventListener('focusout', leaves);
      document.removeEventListener('pointerdown', clicked, true);
    };
  }, [part]);
  return within;
}
