import { useEffect, useState } from 'preact/hooks';
import {
  listAddress,
  type ListView,
  parsePropertiesAddress,
  type PropertiesAddress,
} from './properties-address.ts';

/** The address as state. Links make history; what is searched and how it is sorted change it in place. */
export function usePropertiesAddress(): [PropertiesAddress, (view: ListView) => void] {
  const [address, setAddress] = useState(() => parsePropertiesAddress(location.hash));
  useEffect(() => {
    const read = () => setAddress(parsePropertiesAddress(location.hash));
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  const change = (view: ListView) => {
    // The entry keeps its place among those of the page, which the leave guard needs.
    history.replaceState(history.state, '', listAddress(view));
    setAddress({ view: 'list', ...view });
  };
  return [address, change];
}
