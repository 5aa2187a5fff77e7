import { useEffect, useRef, useState } from 'preact/hooks';
import { atMostEvery } from './at-most-every.ts';

/** A value as it was told last: at most once in so many milliseconds, however often it changes. */
export function useSeldom<T>(value: T, restMs: number): T {
  const [told, setTold] = useState(value);
  const latest = useRef(value);
  latest.current = value;
  const telling = useRef<ReturnType<typeof atMostEvery>>(undefined);
  telling.current ??= atMostEvery(restMs, () => setTold(latest.current));
  useEffect(() => {
    if (value !== told) telling.current?.want();
  }, [value, told]);
  useEffect(() => () => telling.current?.stop(), []);
  return told;
}
