import { useEffect, useState } from 'preact/hooks';
import { type CauseAddress, formatCauseAddress, parseCauseAddress } from './cause-address.ts';

/**
 * The address as state. Links change it as links do; the function changes it in place, without a new
 * entry in the history, as typing into a field should.
 */
export function useCauseAddress(): [CauseAddress, (change: Partial<CauseAddress>) => void] {
  const [address, setAddress] = useState(() => parseCauseAddress(location.hash));
  useEffect(() => {
    const read = () => setAddress(parseCauseAddress(location.hash));
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  const change = (part: Partial<CauseAddress>) => {
    const next = { ...address, ...part };
    history.replaceState(history.state, '', formatCauseAddress(next));
    setAddress(next);
  };
  return [address, change];
}
