import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { formatListView, type ListView, parseListView } from './list-address.ts';

/** The address as state. Links change it as links do; the function changes it in place, as typing into a field should. */
export function useListView(): [ListView, (change: Partial<ListView>) => void] {
  const [view, setView] = useState(() => parseListView(location.hash));
  const latest = useRef(view);
  latest.current = view;
  const changed = useRef<{ from: string; to: string }>(undefined);
  useEffect(() => {
    const read = () => setView(parseListView(location.hash));
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  // The browser tells all of its parts of an address: what was found is painted before that.
  useLayoutEffect(() => {
    if (changed.current) requestAnimationFrame(() => setTimeout(write));
    function write(): void {
      const { from, to } = changed.current ?? {};
      changed.current = undefined;
      // A link that was followed meanwhile leads where it leads.
      if (from === location.hash) history.replaceState(history.state, '', to);
    }
  }, [view]);
  const change = useCallback((part: Partial<ListView>) => {
    const next = { ...latest.current, ...part };
    latest.current = next;
    changed.current = { from: changed.current?.from ?? location.hash, to: formatListView(next) };
    setView(next);
  }, []);
  return [view, change];
}
