import type { RefObject } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import type { ListPlace } from '../addresses/list-place.ts';
import { type AskedCondition, askedCondition } from './asked-condition.ts';
import { rowOf } from './page-window.ts';
import type { LeftPlace } from './list-box.tsx';
import type { RecordKind } from './record-kind.ts';
import { type ShownList, useList } from './use-list.ts';

/** A list, what was asked of it, and where it was left for one of its records. */
export interface ListRoom {
  readonly asked: AskedCondition;
  readonly list: ShownList;
  readonly left: RefObject<LeftPlace>;
  /** Nothing comes in until somebody says so. */
  readonly paused: boolean;
  readonly onPause: (paused: boolean) => void;
}

/** Holds a list while one of its records is read; nothing is asked before it is `wanted`. */
export function useListRoom(
  kind: RecordKind,
  { where, sort }: ListPlace,
  wanted: boolean,
  read?: string,
): ListRoom {
  const asked = useMemo(() => askedCondition(where, kind.built.fields), [where, kind]);
  const [paused, onPause] = useState(false);
  const list = useList(kind, { condition: asked.condition, sort, wanted, paused });
  const left = useRef<LeftPlace>({ top: 0, record: undefined });
  // Another question begins at its begin.
  const question = `${kind.name} ${sort} ${where}`;
  const before = useRef(question);
  if (before.current !== question) left.current = { top: 0, record: undefined };
  before.current = question;
  // From there to the ones beside it: the list goes on at the one that was read last.
  if (read !== undefined && list.window && rowOf(list.window, read) >= 0) left.current.record = read;
  return { asked, list, left, paused, onPause };
}
