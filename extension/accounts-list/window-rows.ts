import {
  defaultRangeExtractor,
  measureElement,
  observeWindowOffset,
  observeWindowRect,
  Virtualizer,
  type VirtualizerOptions,
  windowScroll,
} from '@tanstack/virtual-core';

interface Options {
  count: number;
  /** Drawn wherever it is. */
  kept: number;
  /** Of a row that was not measured yet. */
  height: number;
  /** Where the first row begins in the document. */
  top: number;
  onChange: () => void;
}

/** Rows drawn beyond the window on either side: at rest each costs with every key in the search, and nobody sees it. */
const beyond = { resting: 1, scrolling: 4 };

export type WindowRows = typeof windowRows;

/** Knows which of many rows the window shows. Takes over the one of before, so that what was measured stays known. */
export function windowRows(
  { count, kept, height, top, onChange }: Options,
  before: Virtualizer<Window, HTMLTableRowElement> | undefined,
): Virtualizer<Window, HTMLTableRowElement> {
  const options: VirtualizerOptions<Window, HTMLTableRowElement> = {
    count,
    getScrollElement: () => window,
    estimateSize: () => height,
    overscan: beyond.resting,
    scrollMargin: top,
    initialRect: { width: innerWidth, height: innerHeight },
    initialOffset: () => scrollY,
    observeElementRect: observeWindowRect,
    observeElementOffset: observeWindowOffset,
    scrollToFn: windowScroll,
    // A row that was just written is measured when the browser has laid it out, not made to be laid out for it.
    measureElement: (row, entry, rows) =>
      entry
        ? measureElement(row, entry, rows)
        : (rows.itemSizeCache.get(rows.indexFromElement(row)) ?? height),
    rangeExtractor: (range) => {
      const overscan = before?.isScrolling ? beyond.scrolling : beyond.resting;
      const shown = defaultRangeExtractor({ ...range, overscan });
      if (kept < 0 || kept >= count || shown.includes(kept)) return shown;
      return [...shown, kept].toSorted((one, other) => one - other);
    },
    onChange,
  };
  if (!before) return new Virtualizer(options);
  before.setOptions(options);
  return before;
}
