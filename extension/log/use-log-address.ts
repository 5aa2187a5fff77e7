import { useEffect, useState } from 'preact/hooks';
import { type LogAddress, type LogPlace, parseLogAddress, placeAddress } from '../addresses/log-address.ts';

/** The address as state. Links change it as links do; the function changes it in place, as typing into a field should. */
export function useLogAddress(): [LogAddress, (place: LogPlace) => void] {
  const [hash, setHash] = useState(() => location.hash);
  useEffect(() => {
    const read = () => setHash(location.hash);
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  const replace = (place: LogPlace) => {
    const next = placeAddress(place);
    history.replaceState(history.state, '', next);
    setHash(next);
  };
  return [parseLogAddress(hash), replace];
}
