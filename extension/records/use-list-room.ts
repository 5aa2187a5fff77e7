import type { RefObject } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import type { ListPlace } from '../addresses/list-place.ts';
import { type AskedCondition, askedCondition } from './asked-condition.ts';
import type { LeftPlace } from './list-box.tsx';
import type { RecordKind } from './record-kind.ts';
import { type ShownList, useList } from './use-list.ts';

/** A list, what was asked of it, and where it was left for one of its records. */
export interface ListRoom {
  readonly asked: AskedCondition;
  readonly list: ShownList;
  readonly left: RefObject<LeftPlace>;
}

/** Holds a list while one of its records is shown; nothing is asked before it is `wanted`. */
export function useListRoom(kind: RecordKind, { where, sort }: ListPlace, wanted: boolean): ListRoom {
  const asked = useMemo(() => askedCondition(where, kind.built.fields), [where, kind]);
  const list = useList(kind, asked.condition, sort, wanted);
  const left = useRef<LeftPlace>({ top: 0, record: undefined });
  // Another question begins at its begin.
  const question = `${kind.name} ${sort} ${where}`;
  const before = useRef(question);
  if (before.current !== question) left.current = { top: 0, record: undefined };
  before.current = question;
  return { asked, list, left };
}
