import { useEffect, useRef, useState } from 'preact/hooks';
import { atMostEvery } from './at-most-every.ts';
import type { RecordKind } from './record-kind.ts';

/** Letters come by the thousand. */
const restMs = 500;

/** The counter of a list's changes, seldom enough to ask for the list with each. */
export function useChanges(kind: RecordKind): number {
  const counter = kind.changes();
  const [told, setTold] = useState(counter);
  const latest = useRef(counter);
  latest.current = counter;
  const telling = useRef<ReturnType<typeof atMostEvery>>(undefined);
  telling.current ??= atMostEvery(restMs, () => setTold(latest.current));
  useEffect(() => {
    if (counter !== told) telling.current?.want();
  }, [counter, told]);
  useEffect(() => () => telling.current?.stop(), []);
  return told;
}
