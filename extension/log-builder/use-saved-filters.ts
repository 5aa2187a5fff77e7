import { useEffect, useState } from 'preact/hooks';
import { type SavedFilter, onSavedFilters, savedFilters } from './saved-filters-store.ts';

/** All saved filters, also as other windows change them; `undefined` until they are read. */
export function useSavedFilters(): readonly SavedFilter[] | undefined {
  const [filters, setFilters] = useState<readonly SavedFilter[]>();
  useEffect(() => {
    let gone = false;
    const read = async () => {
      const found = await savedFilters();
      if (!gone) setFilters(found);
    };
    void read();
    const stop = onSavedFilters(() => void read());
    return () => {
      gone = true;
      stop();
    };
  }, []);
  return filters;
}
