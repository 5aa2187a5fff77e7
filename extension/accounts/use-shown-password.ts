import { useEffect, useLayoutEffect, useState } from 'preact/hooks';

const longestMs = 30_000;

/** Whether a typed password may be read: for half a minute, while the page is in sight, and until the next save. */
export function useShownPassword(saves: number | undefined): [boolean, (shown: boolean) => void] {
  const [shown, setShown] = useState(false);
  useEffect(() => setShown(false), [saves]);
  useLayoutEffect(() => {
    if (!shown) return;
    const hide = () => setShown(false);
    const look = () => {
      if (document.hidden) hide();
    };
    const timer = setTimeout(hide, longestMs);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [shown]);
  return [shown, setShown];
}
