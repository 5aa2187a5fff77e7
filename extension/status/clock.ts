import { useEffect, useRef, useState } from 'preact/hooks';

const tickMs = 10_000;
const readers = new Set<(nowMs: number) => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** What `read` makes of the present; drawn anew only when that changes. All readers share one timer. */
export function useClock<T>(read: (nowMs: number) => T): T {
  const [, setShown] = useState<T>(() => read(Date.now()));
  const latest = useRef(read);
  latest.current = read;
  useEffect(() => {
    const tick = (nowMs: number) => setShown(() => latest.current(nowMs));
    readers.add(tick);
    timer ??= setInterval(() => readers.forEach((tell) => tell(Date.now())), tickMs);
    return () => {
      readers.delete(tick);
      if (readers.size > 0) return;
      clearInterval(timer);
      timer = undefined;
    };
  }, []);
  return read(Date.now());
}
