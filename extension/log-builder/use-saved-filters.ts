import { useEffect, useState } from 'preact/hooks';
import type { SavedFilter, SavedFiltersStore } from './saved-filters-store.ts';

/** All saved filters, also as other windows change them; `undefined` until they are read. */
export function useSavedFilters(store: SavedFiltersStore): readonly SavedFilter[] | undefined {
  const [filters, setFilters] = useState<readonly SavedFilter[]>();
  useEffect(() => {
    let gone = false;
    const read = async () => {
      const found = await store.all();
      if (!gone) setFilters(found);
    };
    void read();
    const stop = store.onChange(() => void read());
    return () => {
      gone = true;
      stop();
    };
  }, [store]);
  return filters;
}
