import { type RecordCursor, recordCursor } from '../../shared/record-query.ts';
import type { ListedRecord } from './listed-record.ts';

/** Records that stand one after the other in the list. */
export interface ListPage {
  readonly first: RecordCursor;
  readonly last: RecordCursor;
  readonly size: number;
  /** Undefined when they were dropped; they are asked for anew when they come into sight again. */
  readonly records: readonly ListedRecord[] | undefined;
}

/** A part of the list without holes: what was walked through so far. */
export interface PageWindow {
  readonly pages: readonly ListPage[];
  /** Number of the first row of each page, and behind the last one of all. */
  readonly starts: readonly number[];
  /** From where to go on beyond either end; undefined where the list has its own. */
  readonly edges: { readonly start: RecordCursor | undefined; readonly end: RecordCursor | undefined };
}

/** More rows at once would be higher than Firefox draws (17.8 million pixels). */
export const mostRows = 200_000;

/** As many as are asked for at once. */
export const fullPage = 200;

/** A window on these records. */
export function windowOf(records: readonly ListedRecord[], edges: PageWindow['edges']): PageWindow {
  return withPages(pagesOf(records), edges);
}

/** So many rows it has. */
export function rowCount({ starts }: PageWindow): number {
  return starts.at(-1) ?? 0;
}

/** The record of a row; undefined while it is not here. */
export function recordAt(window: PageWindow, row: number): ListedRecord | undefined {
  const at = pageAt(window, row);
  return window.pages[at]?.records?.[row - (window.starts[at] ?? 0)];
}

/** The row of a record that is here; -1 else. */
export function rowOf({ pages, starts }: PageWindow, id: string): number {
  for (const [at, { records }] of pages.entries()) {
    const within = records?.findIndex((record) => record.id === id) ?? -1;
    if (within >= 0) return (starts[at] ?? 0) + within;
  }
  return -1;
}

/** With what comes behind its end; rows far before may be forgotten: `removed` of them. */
export function appended(
  { pages, edges }: PageWindow,
  records: readonly ListedRecord[],
  end: RecordCursor | undefined,
): { window: PageWindow; removed: number } {
  const all = [...pages, ...pagesOf(records)];
  let removed = 0;
  let from = 0;
  const rows = sizeOf(all);
  for (; rows - removed > mostRows && from < all.length - 1; from += 1) removed += all[from]?.size ?? 0;
  const start = from > 0 ? all[from]?.first : edges.start;
  return { window: withPages(all.slice(from), { start, end }), removed };
}

/** With what comes before its start; rows far behind may be forgotten. */
export function prepended(
  { pages, edges }: PageWindow,
  records: readonly ListedRecord[],
  start: RecordCursor | undefined,
): PageWindow {
  const [next, ...others] = pages;
  // New records come one by one; each would be a page.
  const together = next?.records && next.size + records.length <= fullPage;
  const all = together
    ? [...pagesOf([...records, ...(next.records ?? [])]), ...others]
    : [...pagesOf(records), ...pages];
  let to = all.length;
  for (let rows = sizeOf(all); rows > mostRows && to > 1; to -= 1) rows -= all[to - 1]?.size ?? 0;
  return withPages(all.slice(0, to), { start, end: to < all.length ? all[to - 1]?.last : edges.end });
}

/** How to ask for a page that was dropped, by a neighbour that stays where it is; one that stands alone is never dropped. */
export function placeOfPage(
  { pages }: PageWindow,
  at: number,
): { after: RecordCursor } | { before: RecordCursor } | undefined {
  const [previous, next] = [pages[at - 1], pages[at + 1]];
  if (previous) return { after: previous.last };
  if (next) return { before: next.first };
  return undefined;
}

/** With the records of a page that were dropped or are old; those that are of its neighbours by now are left out. */
export function filled(window: PageWindow, page: ListPage, records: readonly ListedRecord[]): PageWindow {
  const at = window.pages.findIndex(
    ({ first, records: there }) => first === page.first && there === page.records,
  );
  if (at < 0) return window;
  const near = [window.pages[at - 1]?.records, window.pages[at + 1]?.records].flatMap((each) => each ?? []);
  const known = new Set(near.map(({ id }) => id));
  const own = pagesOf(records.filter(({ id }) => !known.has(id)));
  return withPages(window.pages.toSpliced(at, 1, ...own), window.edges);
}

/** Whether the records for a page go on to the next one, so that none stands between them; where that cannot be known, they do. */
export function reachesNext({ pages }: PageWindow, at: number, records: readonly ListedRecord[]): boolean {
  const [page, next] = [pages[at], pages[at + 1]];
  if (at === 0 || !page || !next?.records || records.length < page.size) return true;
  return records.some((record) => [page.last, next.first].includes(recordCursor(record)));
}

/** The same where others may have come behind its end. */
export function openEnded({ pages, starts, edges }: PageWindow): PageWindow {
  return { pages, starts, edges: { start: edges.start, end: edges.end ?? pages.at(-1)?.last } };
}

/** Without the records of pages further than `keep` rows from those that are seen. */
export function thinned(window: PageWindow, seen: { first: number; last: number }, keep: number): PageWindow {
  const { pages, starts, edges } = window;
  const isFar = (at: number) =>
    (starts[at + 1] ?? 0) < seen.first - keep || (starts[at] ?? 0) > seen.last + keep;
  if (!pages.some((page, at) => page.records && isFar(at))) return window;
  const left = pages.map((page, at) => (isFar(at) ? { ...page, records: undefined } : page));
  return { pages: left, starts, edges };
}

/** Numbers of the pages among these rows. */
export function pagesWithin(window: PageWindow, first: number, last: number): number[] {
  const found: number[] = [];
  for (let at = pageAt(window, first); at < window.pages.length && (window.starts[at] ?? 0) <= last; at += 1)
    found.push(at);
  return found;
}

/** Of these those that were dropped. */
export function droppedWithin(window: PageWindow, first: number, last: number): number[] {
  return pagesWithin(window, first, last).filter((at) => !window.pages[at]?.records);
}

function pageAt({ starts }: PageWindow, row: number): number {
  let [low, high] = [0, Math.max(0, starts.length - 2)];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= row) low = middle;
    else high = middle - 1;
  }
  return low;
}

function withPages(pages: readonly ListPage[], edges: PageWindow['edges']): PageWindow {
  let next = 0;
  const starts = [0, ...pages.map(({ size }) => (next += size))];
  return { pages, starts, edges };
}

function pagesOf(records: readonly ListedRecord[]): ListPage[] {
  const pages: ListPage[] = [];
  for (let from = 0; from < records.length; from += fullPage) {
    const part = records.slice(from, from + fullPage);
    const [first, last] = [part[0], part.at(-1)];
    if (first && last)
      pages.push({ first: recordCursor(first), last: recordCursor(last), size: part.length, records: part });
  }
  return pages;
}

function sizeOf(pages: readonly ListPage[]): number {
  return pages.reduce((sum, { size }) => sum + size, 0);
}
