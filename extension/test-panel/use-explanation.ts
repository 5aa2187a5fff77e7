import { useEffect, useState } from 'preact/hooks';
import type { explain } from '../../shared/explanation.ts';

let loading: Promise<{ explain: typeof explain }> | undefined;
let loaded: typeof explain | undefined;

/** Why and what to do; undefined until these words, many and seldom needed, are loaded. */
export function useExplanation(): typeof explain | undefined {
  const [, setLoaded] = useState(loaded !== undefined);
  useEffect(() => {
    if (loaded) return;
    const load = async () => {
      loading ??= import('../../shared/explanation.ts');
      loaded = (await loading).explain;
      setLoaded(true);
    };
    void load();
  }, []);
  return loaded;
}
