import { useEffect, useState } from 'preact/hooks';
import { loadExplain } from '../explain.ts';
import type { Explain } from '../../shared/explanation/explainer.ts';

let loaded: Explain | undefined;

/** Why and what to do; undefined until these words, many and seldom needed, are loaded. */
export function useExplanation(): Explain | undefined {
  const [, setLoaded] = useState(loaded !== undefined);
  useEffect(() => {
    if (loaded) return;
    const load = async () => {
      loaded = await loadExplain();
      setLoaded(true);
    };
    void load();
  }, []);
  return loaded;
}
