import { useLayoutEffect } from 'preact/hooks';
import type { Condition } from '../../shared/condition.ts';
import type { Id } from '../../shared/id.ts';
import { type RecordSort, recordCursor } from '../../shared/record-query.ts';
import { nearestRecord } from './nearest-record.ts';
import { ownZone } from '../own-zone.ts';
import type { ListedRecord } from './listed-record.ts';
import type { RecordKind } from './record-kind.ts';
import { useAnswer } from './use-answer.ts';

/** The records beside one in its list, which need not be loaded. */
export interface Neighbours {
  readonly previous: Id | undefined;
  readonly next: Id | undefined;
}

/** Asks for the records before and behind this one in its list; Arrow Left and Right lead to them. */
export function useNeighbours(
  kind: RecordKind,
  record: ListedRecord | undefined,
  condition: Condition | undefined,
  sort: RecordSort,
  go: (id: Id) => void,
): Neighbours | undefined {
  const { value } = useAnswer(JSON.stringify([record?.id, condition, sort]), async () => {
    if (!record || !condition) return undefined;
    const place = recordCursor(record);
    const asked = { condition, sort, zone: ownZone, limit: 1 };
    const [before, after] = await Promise.all([
      nearestRecord((from) => kind.query({ ...asked, before: from }), place),
      nearestRecord((from) => kind.query({ ...asked, after: from }), place),
    ]);
    return { previous: before?.id, next: after?.id };
  });
  // Before the buttons can be seen: a key that is pressed then is heard.
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { key, target, altKey, ctrlKey, metaKey, shiftKey } = event;
      if (altKey || ctrlKey || metaKey || shiftKey || event.defaultPrevented) return;
      if (target instanceof HTMLElement && target.closest('input, textarea, select, dialog, [popover]'))
        return;
      const to = { ArrowLeft: value?.previous, ArrowRight: value?.next }[key];
      if (to !== undefined) go(to);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [value]);
  return value;
}
