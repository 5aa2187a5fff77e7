import type { Virtualizer } from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { WindowRows } from './window-rows.ts';

/** Fewer are all drawn; of more, these first. */
const drawnAtOnce = 40;
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
  /** Rows of the list. */
  count: number;
  /** So many it could have. */
  most: number;
  /** This one is always drawn: it has the focus, or would get it. */
  kept: number;
  table: RefObject<HTMLTableElement | null>;
}

/** What few need is loaded by those who do. */
let loaded: WindowRows | undefined;

/** Which rows of a long table the window shows; the window scrolls, and heights are what they are measured to be. */
export function useVirtualRows({ count, most, kept, table }: Options): VirtualRows {
  const [, setDrawn] = useState(0);
  const redraw = () => setDrawn((times) => times + 1);
  // A search that finds few begins and ends often: the same rows are written anew then.
  const long = most > drawnAtOnce;
  const margin = useRef(0);
  const virtualizer = useRef<Virtualizer<Window, HTMLTableRowElement>>(undefined);
  if (long && loaded) {
    const options = {
      count,
      kept,
      height: usualHeight,
      top: margin.current,
      onChange: redraw,
    };
    virtualizer.current = loaded(options, virtualizer.current);
  }
  const { current } = virtualizer;
  useEffect(() => {
    if (!long || loaded) return;
    const load = async () => {
      loaded = (await import('./window-rows.ts')).windowRows;
      redraw();
    };
    void load();
  }, [long]);
  useLayoutEffect(() => current?._didMount(), [current]);
  useLayoutEffect(() => current?._willUpdate());
  // After the paint, when it need not be laid out for the question alone.
  useEffect(() => {
    if (!current || !table.current) return;
    const { top } = table.current.getBoundingClientRect();
    const begins = Math.round(top + scrollY + (table.current.tHead?.offsetHeight ?? 0));
    if (begins === margin.current) return;
    margin.current = begins;
    redraw();
  });

  if (!long) return { rows: upTo(count), end: 0, measure: noMeasure };
  if (!current) {
    const first = Math.min(count, drawnAtOnce);
    return { rows: upTo(first), end: (count - first) * usualHeight, measure: noMeasure };
  }
  let end = margin.current;
  const rows = current.getVirtualItems().map((item) => {
    const gap = item.start - end;
    end = item.end;
    return { index: item.index, gap };
  });
  return { rows, end: margin.current + current.getTotalSize() - end, measure: current.measureElement };
}

function upTo(count: number): { index: number; gap: number }[] {
  return Array.from({ length: count }, (_, index) => ({ index, gap: 0 }));
}

function noMeasure(): void {}
