import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Condition } from '../../shared/condition.ts';
import type { Id } from '../../shared/id.ts';
import { type RecordSort, recordCursor } from '../../shared/record-query.ts';
import { ownZone } from '../own-zone.ts';
import type { ListedRecord } from './listed-record.ts';
import type { RecordKind } from './record-kind.ts';
import { recordAway, type RecordSteps, recordSteps } from './record-steps.ts';
import { useAnswer } from './use-answer.ts';
import type { Place } from './whole-reply.ts';

/** The way to the records beside one in its list, which need not be loaded. */
export interface Neighbours {
  /** Whether there is one; undefined until that is known. */
  readonly previous: boolean | undefined;
  readonly next: boolean | undefined;
  /** Each counts, also before the record that the one before leads to is here. */
  readonly step: (by: 1 | -1) => void;
}

const nowhere = { previous: undefined, next: undefined };

/** Leads to the records before and behind this one in its list, by Arrow Left and Right too. */
export function useNeighbours(
  kind: RecordKind,
  record: ListedRecord | undefined,
  condition: Condition | undefined,
  sort: RecordSort,
  go: (id: Id) => void,
): Neighbours {
  // As it is when a step is taken.
  const latest = useRef({ go, kind, condition, sort });
  latest.current = { go, kind, condition, sort };
  const held = useRef<RecordSteps>(undefined);
  held.current ??= recordSteps(
    async (place) => {
      const { kind, condition, sort } = latest.current;
      return condition ? kind.query({ condition, sort, zone: ownZone, ...place }) : { records: [] };
    },
    ({ id }) => latest.current.go(id),
  );
  const steps = held.current;
  const { value } = useAnswer(JSON.stringify([record?.id, condition, sort]), async (wanted) => {
    if (!record || !condition) return undefined;
    const from = { from: recordCursor(record), wanted };
    const ask = (place: Place) => kind.query({ condition, sort, zone: ownZone, ...place });
    const [before, after] = await Promise.all([recordAway(ask, -1, from), recordAway(ask, 1, from)]);
    return { previous: before !== undefined, next: after !== undefined };
  });
  useLayoutEffect(() => {
    if (record) steps.stand(record);
  }, [record?.id]);
  useEffect(() => () => steps.stop(), []);
  // Before the buttons can be seen: a key that is pressed then is heard.
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { key, target, altKey, ctrlKey, metaKey, shiftKey } = event;
      if (altKey || ctrlKey || metaKey || shiftKey || event.defaultPrevented) return;
      if (target instanceof HTMLElement && target.closest('input, textarea, select, dialog, [popover]'))
        return;
      if (key === 'ArrowLeft') steps.step(-1);
      if (key === 'ArrowRight') steps.step(1);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
  return { ...(value ?? nowhere), step: steps.step };
}
