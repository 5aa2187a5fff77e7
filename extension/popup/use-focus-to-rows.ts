import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** For the button of a note above the rows: when the note goes with the focus on it, the first row gets it. */
export function useFocusToRows(shown: boolean): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null);
  // Read while it is still there.
  const had = document.activeElement === button.current;
  useLayoutEffect(() => {
    if (shown || !had) return;
    // By then the rows are drawn as well.
    requestAnimationFrame(() => document.querySelector<HTMLElement>('.row-open')?.focus());
  }, [shown]);
  return button;
}
