import { useEffect, useRef } from 'preact/hooks';
import { guardAddress } from './leave-guard.ts';

/** While `holds` says so, another address asks first; closing the page asks in the browser's own words. */
export function useLeaveGuard(holds: () => boolean, ask: () => Promise<boolean>): void {
  const latest = useRef({ holds, ask });
  latest.current = { holds, ask };
  useEffect(() => {
    const unload = (event: BeforeUnloadEvent) => {
      if (latest.current.holds()) event.preventDefault();
    };
    const free = guardAddress(
      () => latest.current.holds(),
      () => latest.current.ask(),
    );
    addEventListener('beforeunload', unload);
    return () => {
      free();
      removeEventListener('beforeunload', unload);
    };
  }, []);
}
