import { useEffect, useState } from 'preact/hooks';
import { formatListView, type ListView, parseListView } from './list-address.ts';

/** The address as state. Links change it as links do; the function changes it in place, as typing into a field should. */
export function useListView(): [ListView, (change: Partial<ListView>) => void] {
  const [view, setView] = useState(() => parseListView(location.hash));
  useEffect(() => {
    const read = () => setView(parseListView(location.hash));
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  const change = (part: Partial<ListView>) => {
    const next = { ...view, ...part };
    history.replaceState(history.state, '', formatListView(next));
    setView(next);
  };
  return [view, change];
}
