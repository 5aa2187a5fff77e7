import { useEffect, useRef, useState } from 'preact/hooks';
import { matches } from '../../shared/condition/matches.ts';
import { resolvedCondition } from '../../shared/condition/resolved-condition.ts';
import type { Condition } from '../../shared/condition.ts';
import type { RecordSort } from '../../shared/record-query.ts';
import { connection } from '../state/connection.ts';
import { streamsBegun } from '../state/runs.ts';
import { sentenceOf } from '../state/sentence-of.ts';
import { ownZone } from '../own-zone.ts';
import type { PageWindow } from './page-window.ts';
import type { ListedRecord } from './listed-record.ts';
import type { RecordKind } from './record-kind.ts';
import { type RecordPages, recordPages } from './record-pages.ts';
import { useChanges } from './use-changes.ts';

/** As many as the page keeps of the live tail: then some may have been missed. */
const fullTail = 500;

export interface ShownList {
  readonly pages: RecordPages | undefined;
  readonly window: PageWindow | undefined;
  /** It belongs to the question before, until the first records of this one are here. */
  readonly stale: boolean;
  readonly trouble: string;
  /** Newer ones that are not in the list yet, oldest first. */
  readonly fresh: readonly ListedRecord[];
  /** Puts them in; `still` when what is read stays where it is. */
  showFresh: (still: boolean) => Promise<void>;
  /** Records that are here may be others by now. */
  readonly changed: boolean;
  /** Asks for them again; `still` when what is read stays where it is. */
  refresh: (still: boolean) => void;
  readonly again: () => void;
}

interface Shown {
  key: string;
  pages: RecordPages;
  /** What is newer has come since. */
  since: string;
  /** So many streams the page had begun when it was asked for. */
  streams: number;
  /** As much had changed by then. */
  changes: number;
}

interface ListAsked {
  condition: Condition | undefined;
  sort: RecordSort;
  /** Nothing is asked before. */
  wanted: boolean;
  /** What came while there was no stream waits, as what comes in does. */
  paused: boolean;
}

/** The list that a question has, and what comes in meanwhile. */
export function useList(kind: RecordKind, { condition, sort, wanted, paused }: ListAsked): ShownList {
  const key = JSON.stringify([kind.name, condition, sort]);
  const [shown, setShown] = useState<Shown>();
  const [attempt, setAttempt] = useState(0);
  /** The answer that is waited for. */
  const asking = useRef<{ key: string; pages: RecordPages }>(undefined);
  const latest = useRef(shown);
  latest.current = shown;
  const connected = connection.value.state === 'connected';
  const streams = streamsBegun.value;
  const changes = useChanges(kind);
  const tail = kind.tail();

  function bringUpToDate(here: Shown): void {
    if (here.streams !== streams) setShown({ ...here, streams });
    if (sort === 'newest') void catchUp(here.pages);
    // What came without a stream may stand anywhere in another order.
    else if (here.streams !== streams) void here.pages.refresh(true);
  }

  useEffect(() => {
    if (!connected || !wanted || !condition) return;
    const here = shown?.key === key ? shown : undefined;
    if (here?.pages.window.peek()) {
      here.pages.retry();
      if (!paused) bringUpToDate(here);
      return;
    }
    if (asking.current?.key === key) return;
    const since = tail.at(-1)?.id ?? '';
    const pages = recordPages(
      (place) => kind.query({ condition, sort, zone: ownZone, ...place }),
      sentenceOf,
    );
    asking.current = { key, pages };
    const begin = async () => {
      await pages.begin('start');
      if (asking.current?.pages !== pages) return;
      asking.current = undefined;
      shown?.pages.stop();
      setShown({ key, pages, since, streams, changes });
    };
    void begin();
  }, [key, connected, streams, wanted, attempt, paused]);
  // An answer to a question that nobody asks any more is not waited for, and not asked for any further.
  if (asking.current && asking.current.key !== key) {
    asking.current.pages.stop();
    asking.current = undefined;
  }
  useEffect(
    () => () => {
      asking.current?.pages.stop();
      latest.current?.pages.stop();
    },
    [],
  );

  const pages = shown?.pages;
  const window = pages?.window.value;
  const stale = shown?.key !== key;
  const known = newestKnown(shown, window, sort);
  const fresh = stale || !condition ? [] : freshOf(tail, known, condition);
  return {
    pages,
    window,
    stale,
    trouble: stale ? '' : (pages?.trouble.value ?? ''),
    fresh,
    async showFresh(still) {
      if (!pages || !shown || fresh.length === 0) return;
      // What came while there was no stream goes before.
      if (shown.streams !== streams) bringUpToDate(shown);
      const missed = tail.length >= fullTail && (tail[0]?.id ?? '') > known;
      if (sort === 'newest' && !window?.edges.start && !missed) return pages.join(fresh.toReversed(), still);
      setShown({ key, pages, since: tail.at(-1)?.id ?? '', streams, changes });
      await pages.begin(sort === 'oldest' ? 'end' : 'start');
    },
    changed: !stale && shown?.changes !== changes,
    refresh(still) {
      if (!shown) return;
      setShown({ ...shown, changes });
      void shown.pages.refresh(still);
    },
    again: () => setAttempt((times) => times + 1),
  };
}

async function catchUp(pages: RecordPages): Promise<void> {
  const window = pages.window.peek();
  if (!window || window.edges.start !== undefined) return;
  if (window.pages.length === 0 || !(await pages.catchUp())) await pages.begin('start');
}

function newestKnown(shown: Shown | undefined, window: PageWindow | undefined, sort: RecordSort): string {
  const since = shown?.since ?? '';
  const first = sort === 'newest' && !window?.edges.start ? (window?.pages[0]?.first.slice(2) ?? '') : '';
  return first > since ? first : since;
}

function freshOf(tail: readonly ListedRecord[], known: string, condition: Condition): ListedRecord[] {
  const newer = tail.filter(({ id }) => id > known);
  if (newer.length === 0) return newer;
  const resolved = resolvedCondition(condition, { nowMs: Date.now(), zone: ownZone });
  return newer.filter((record) => matches(resolved, record));
}
