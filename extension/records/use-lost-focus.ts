import { type RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

/** Gives the focus to this part of the page when what had it there is drawn no longer: else keys would begin at the top of the page. */
export function useLostFocus(part: RefObject<HTMLElement | null>): void {
  const last = useRef<Element>(undefined);
  useEffect(() => {
    const { current } = part;
    const keep = ({ target }: FocusEvent) => {
      last.current = target instanceof Element ? target : undefined;
    };
    current?.addEventListener('focusin', keep);
    return () => current?.removeEventListener('focusin', keep);
  }, [part]);
  useLayoutEffect(() => {
    // What stands there and was left with the pointer keeps nothing.
    if (document.activeElement !== document.body || last.current?.isConnected !== false) return;
    last.current = undefined;
    part.current?.focus({ preventScroll: true });
  });
}
