import { useEffect, useState } from 'preact/hooks';
import { isThere } from '../link/is-there.ts';

/** Whether something answers on a port; looked at every second while the page is seen. `undefined` at first. */
export function useAnswering(port: number): boolean | undefined {
  const [answering, setAnswering] = useState<boolean>();
  useEffect(() => {
    let left = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async () => {
      if (!document.hidden) {
        const there = await isThere(port);
        if (left) return;
        setAnswering(there);
      }
      timer = setTimeout(look, 1000);
    };
    void look();
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [port]);
  return answering;
}
