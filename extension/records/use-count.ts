import { useEffect, useRef, useState } from 'preact/hooks';
import type { Condition } from '../../shared/condition.ts';
import { connection } from '../state/connection.ts';
import { inDigits, t, counted } from '../words.ts';
import { throttledJob } from './throttled-job.ts';
import { ownZone } from '../own-zone.ts';
import type { RecordKind } from './record-kind.ts';
import { useChanges } from './use-changes.ts';

const most = 10_000;
/** Records come by the hundred while tests run. */
const restMs = 1_000;

/** How many records there are, in words, when that is known: it comes later and keeps nobody waiting. */
export function useCount(
  kind: RecordKind,
  condition: Condition | undefined,
  newest: string | undefined,
): string {
  const key = JSON.stringify([kind.name, condition]);
  const [found, setFound] = useState<{ key: string; words: string }>();
  const connected = connection.value.state === 'connected';
  const changes = useChanges(kind);
  // A condition that cannot be read has no key either.
  const here = found !== undefined && found.key === key;
  const counting = useRef<ReturnType<typeof throttledJob>>(undefined);
  useEffect(() => {
    if (!condition || !connected) return;
    let left = false;
    const count = async () => {
      try {
        const { count, exact } = await kind.count({ condition, zone: ownZone, most });
        const words = exact
          ? counted(`${kind.words}.count`, count)
          : t(`${kind.words}.moreThan`, { count: inDigits(count) });
        if (!left) setFound({ key, words });
      } catch {
        // The list says what is wrong; without a number it says all the rest.
        if (!left) setFound({ key, words: '' });
      }
    };
    const again = throttledJob(restMs, count);
    counting.current = again;
    return () => {
      left = true;
      counting.current = undefined;
      again.stop();
    };
  }, [key, connected]);
  // The first answer of the list is as old as the first count; what comes after either may be missing in it.
  const latest = kind.tail().at(-1)?.id;
  const before = useRef({ key, newest, changes, latest });
  useEffect(() => {
    const was = before.current;
    before.current = { key, newest, changes, latest };
    if (was.key !== key) return;
    const more = here ? was.newest !== newest : was.latest !== latest;
    if (more || was.changes !== changes) counting.current?.want();
  }, [key, newest, changes, latest]);
  return here ? found.words : '';
}
