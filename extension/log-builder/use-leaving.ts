import { useEffect, useRef, useState } from 'preact/hooks';
import { guardAddress } from '../frame/leave-guard.ts';

interface Leaving {
  /** Whether the question is to be shown. */
  asking: boolean;
  /** Closes, or asks first. */
  leave: () => void;
  answer: (agreed: boolean) => void;
  /** Nothing is to be lost any more: it is applied, which may change the address. */
  release: () => void;
}

/** No way out loses what was changed without a question: Escape, Cancel, another address, the end of the page. */
export function useLeaving(changed: boolean, onClose: () => void): Leaving {
  const [asking, setAsking] = useState(false);
  const holds = useRef(changed);
  holds.current = changed;
  const waiting = useRef<(agreed: boolean) => void>(undefined);

  useEffect(() => {
    const free = guardAddress(
      () => holds.current,
      () =>
        new Promise((resolve) => {
          waiting.current = resolve;
          setAsking(true);
        }),
    );
    const unload = (event: BeforeUnloadEvent) => {
      if (holds.current) event.preventDefault();
    };
    addEventListener('beforeunload', unload);
    return () => {
      free();
      removeEventListener('beforeunload', unload);
    };
  }, []);

  const answer = (agreed: boolean) => {
    setAsking(false);
    if (agreed) {
      holds.current = false;
      onClose();
    }
    waiting.current?.(agreed);
    waiting.current = undefined;
  };
  const leave = () => {
    if (holds.current) setAsking(true);
    else onClose();
  };
  const release = () => {
    holds.current = false;
  };
  return { asking, leave, answer, release };
}
