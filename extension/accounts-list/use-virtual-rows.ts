import {
  defaultRangeExtractor,
  observeWindowOffset,
  observeWindowRect,
  Virtualizer,
  windowScroll,
} from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useReducer, useState } from 'preact/hooks';

/** Fewer are all drawn. */
const drawnFrom = 40;
/** Of a row, until it is measured. */
const usualHeight = 64;

export interface VirtualRows {
  /** Rows to be drawn, by their place in the list, each with the height of what is left out before it. */
  readonly rows: readonly { readonly index: number; readonly gap: number }[];
  /** Height of what is left out after the last one. */
  readonly end: number;
  /** To be given each row that is drawn, which carries its place as `data-index`. */
  readonly measure: (row: HTMLTableRowElement | null) => void;
}

interface Options {
  count: number;
  keyOf: (index: number) => string;
  /** This one is always drawn: it has the focus, or would get it. */
  kept: number;
  table: RefObject<HTMLTableElement | null>;
}

/** Which rows of a long table the window shows; the window scrolls, and heights are what they are measured to be. */
export function useVirtualRows({ count, keyOf, kept, table }: Options): VirtualRows {
  const [margin, setMargin] = useState(0);
  const [, redraw] = useReducer((times: number, _: void) => times + 1, 0);
  const enabled = count >= drawnFrom;
  const options = {
    count,
    enabled,
    getScrollElement: () => window,
    estimateSize: () => usualHeight,
    getItemKey: keyOf,
    overscan: 8,
    scrollMargin: margin,
    initialRect: { width: innerWidth, height: innerHeight },
    initialOffset: () => scrollY,
    observeElementRect: observeWindowRect,
    observeElementOffset: observeWindowOffset,
    scrollToFn: windowScroll,
    rangeExtractor: (range: Parameters<typeof defaultRangeExtractor>[0]) => {
      const shown = defaultRangeExtractor(range);
      if (kept < 0 || kept >= count || shown.includes(kept)) return shown;
      return [...shown, kept].toSorted((one, other) => one - other);
    },
    onChange: () => redraw(),
  };
  const [virtualizer] = useState(() => new Virtualizer<Window, HTMLTableRowElement>(options));
  virtualizer.setOptions(options);
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => {
    virtualizer._willUpdate();
    if (!enabled || !table.current) return;
    const top = table.current.getBoundingClientRect().top + scrollY;
    setMargin(Math.round(top + (table.current.tHead?.offsetHeight ?? 0)));
  });

  if (!enabled)
    return {
      rows: Array.from({ length: count }, (_, index) => ({ index, gap: 0 })),
      end: 0,
      measure: noMeasure,
    };
  let end = margin;
  const rows = virtualizer.getVirtualItems().map((item) => {
    const gap = item.start - end;
    end = item.end;
    return { index: item.index, gap };
  });
  return { rows, end: virtualizer.getTotalSize() + margin - end, measure: virtualizer.measureElement };
}

function noMeasure(): void {}
