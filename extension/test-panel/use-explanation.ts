import { useEffect, useState } from 'preact/hooks';
import type { Explain } from '../../shared/explanation/explainer.ts';

let loading: Promise<{ explain: Explain }> | undefined;
let loaded: Explain | undefined;

/** Why and what to do; undefined until these words, many and seldom needed, are loaded. */
export function useExplanation(): Explain | undefined {
  const [, setLoaded] = useState(loaded !== undefined);
  useEffect(() => {
    if (loaded) return;
    const load = async () => {
      loading ??= import('../explain.ts');
      loaded = (await loading).explain;
      setLoaded(true);
    };
    void load();
  }, []);
  return loaded;
}
