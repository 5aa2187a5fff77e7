import { batch, type ReadonlySignal, signal } from '@preact/signals';
import {
  appended,
  droppedWithin,
  filled,
  fullPage,
  openEnded,
  type PageWindow,
  pagesWithin,
  placeOfPage,
  prepended,
  reachesNext,
  recordAt,
  rowCount,
  rowOf,
  thinned,
  windowOf,
} from './page-window.ts';
import type { ListedRecord } from './listed-record.ts';
import { type Place, type RecordReply, wholeReply } from './whole-reply.ts';

export interface RecordPages {
  /** What is here of the list; undefined until its first records are. */
  readonly window: ReadonlySignal<PageWindow | undefined>;
  /** So many rows have come before the ones that were there: what is read has moved down by them. */
  readonly shift: ReadonlySignal<number>;
  readonly trouble: ReadonlySignal<string>;
  /** These rows are seen: what is missing around them is asked for, what is far from them dropped. */
  look(first: number, last: number): void;
  /** The begin of the list, or its end, whatever is here. */
  begin(at: 'start' | 'end'): Promise<void>;
  /** Whatever has come before the first record since; false where that is too much to be joined. */
  catchUp(): Promise<boolean>;
  /** Puts newer records on top, after what is being caught up with; `still` when what is read stays where it is. */
  join(records: readonly ListedRecord[], still: boolean): void;
  /** What is here may have changed: it is asked for again, in its place; `still` when what is read stays where it is. */
  refresh(still: boolean): Promise<void>;
  /** What failed is asked for again, where the list is. */
  retry(): void;
  /** No answer counts any longer. */
  stop(): void;
}

/** So many rows beyond those that are seen are asked for before anyone comes there. */
const ahead = 3 * fullPage;
/** So many stay. */
const kept = 15 * fullPage;
/** Beyond so many rows from the begin of a list, only the pages in sight are asked for again. */
const mostToRefresh = 6 * fullPage;
/** Gone through at most, to be asked for an end of the list again. */
const mostToCatchUp = 5;

/** One list of records, page by page from either end; `ask` asks the daemon. */
export function recordPages(
  ask: (place: Place) => Promise<RecordReply>,
  sentence: (error: unknown) => string,
): RecordPages {
  const window = signal<PageWindow>();
  const shift = signal(0);
  const trouble = signal('');
  let seen = { first: 0, last: 0 };
  /** Rises with every new begin: answers to what was asked before count no longer. */
  let times = 0;
  const busy = new Set<string>();
  let catching = false;
  /** What is here may have changed and could not be asked for again yet; `true` when what is read stays where it is. */
  let owed: boolean | undefined;
  /** Newer ones that came while those before them were asked for. */
  let held: { records: readonly ListedRecord[]; still: boolean } | undefined;

  /** One at a time of each name. */
  async function once(
    name: string,
    place: Place,
    take: (reply: RecordReply, here: PageWindow | undefined) => void,
  ): Promise<void> {
    if (busy.has(name)) return;
    busy.add(name);
    const mine = times;
    try {
      const reply = await wholeReply(ask, place, () => mine === times);
      if (mine === times) batch(() => take(reply, window.peek()));
    } catch (error) {
      if (mine === times) trouble.value = sentence(error);
    } finally {
      if (mine === times) busy.delete(name);
    }
  }

  async function begin(at: 'start' | 'end'): Promise<void> {
    times += 1;
    busy.clear();
    owed = undefined;
    trouble.value = '';
    const place: Place = at === 'end' ? { before: 'end', limit: fullPage } : { limit: fullPage };
    await once('begin', place, ({ records, next }) => {
      const edges = { start: at === 'end' ? next : undefined, end: at === 'end' ? undefined : next };
      window.value = windowOf(records, edges);
    });
  }

  function behind(here: PageWindow): void {
    const after = here.edges.end;
    if (after === undefined) return;
    void once('end', { after, limit: fullPage }, ({ records, next }, now) => {
      // Asked for again meanwhile, the list may end elsewhere.
      if (now?.edges.end !== after) return;
      const more = appended(now, records, next);
      window.value = more.window;
      shift.value -= more.removed;
      lookAgain();
    });
  }

  function before(here: PageWindow): void {
    const { start } = here.edges;
    if (start === undefined) return;
    void once('start', { before: start, limit: fullPage }, ({ records, next }, now) => {
      if (now?.edges.start !== start) return;
      window.value = prepended(now, records, next);
      shift.value += records.length;
      lookAgain();
    });
  }

  async function fill(here: PageWindow, at: number, more = 0): Promise<void> {
    const page = here.pages[at];
    const place = placeOfPage(here, at);
    if (!page || !place) return;
    let isShort = false;
    await once(page.first, { ...place, limit: page.size + more }, ({ records }, now) => {
      isShort = more < mostToRefresh && !reachesNext(here, at, records);
      if (isShort) return;
      if (now) window.value = filled(now, page, records);
      lookAgain();
    });
    // Others have come between these: the last ones are behind what was asked for.
    if (isShort) await fill(here, at, more + fullPage);
  }

  function lookAgain(): void {
    const here = window.peek();
    // Until somebody says so, nothing is asked again that failed.
    if (!here || trouble.peek()) return;
    for (const at of droppedWithin(here, seen.first - ahead, seen.last + ahead)) void fill(here, at);
    if (seen.last + ahead >= rowCount(here)) behind(here);
    if (seen.first - ahead < 0) before(here);
  }

  /** Whatever came before the first record; false where that is too much. */
  async function newer(): Promise<boolean> {
    const mine = times;
    for (let round = 0; round < mostToCatchUp; round += 1) {
      const first = window.peek()?.pages[0]?.first;
      if (first === undefined) break;
      let complete = false;
      await once('newer', { before: first, limit: fullPage }, ({ records, next }, now) => {
        complete = next === undefined;
        // Asked for again meanwhile, the list may have them.
        if (!now || records.length === 0 || now.pages[0]?.first !== first) return;
        window.value = prepended(now, records, undefined);
        shift.value += records.length;
      });
      if (complete) return true;
      if (mine !== times || trouble.peek()) return true;
    }
    return false;
  }

  function join(records: readonly ListedRecord[], still: boolean): void {
    const here = window.peek();
    const more = here ? records.filter(({ id }) => rowOf(here, id) < 0) : [];
    if (!here || more.length === 0) return;
    batch(() => {
      window.value = prepended(here, more, undefined);
      if (still) shift.value += more.length;
    });
  }

  async function refresh(still: boolean): Promise<void> {
    const here = window.peek();
    if (busy.has('refresh')) owed = still;
    if (!here || busy.has('refresh')) return;
    if (here.edges.start !== undefined || seen.last >= mostToRefresh) {
      owed = still;
      window.value = openEnded(here);
      for (const at of pagesWithin(here, seen.first - ahead, seen.last + ahead)) void fill(here, at);
      return lookAgain();
    }
    const limit = Math.max(fullPage, Math.min(rowCount(here), seen.last + fullPage));
    await once('refresh', { limit }, ({ records, next }, now) => {
      const fresh = windowOf(records, { start: undefined, end: next });
      const top = now && recordAt(now, seen.first);
      const at = top ? rowOf(fresh, top.id) : -1;
      window.value = fresh;
      if (still && at >= 0) shift.value += at - seen.first;
    });
    if (trouble.peek()) owed = still;
    else payOwed();
    lookAgain();
  }

  function payOwed(): void {
    const here = window.peek();
    const still = owed;
    if (still === undefined || !here || here.edges.start !== undefined || seen.last >= mostToRefresh) return;
    owed = undefined;
    void refresh(still);
  }

  return {
    window,
    shift,
    refresh,
    trouble,
    begin,
    look(first, last) {
      seen = { first, last };
      const here = window.peek();
      if (here) window.value = thinned(here, seen, kept);
      lookAgain();
      if (!trouble.peek()) payOwed();
    },
    async catchUp() {
      if (catching) return true;
      const mine = times;
      catching = true;
      const complete = await newer();
      catching = false;
      // A list that was begun anew meanwhile has them, or they are told of again.
      if (held && mine === times && complete && !trouble.peek()) join(held.records, held.still);
      held = undefined;
      return complete;
    },
    join(records, still) {
      if (catching) held = { records, still };
      else join(records, still);
    },
    retry() {
      if (!trouble.peek()) return;
      trouble.value = '';
      lookAgain();
      payOwed();
    },
    stop() {
      times += 1;
    },
  };
}
