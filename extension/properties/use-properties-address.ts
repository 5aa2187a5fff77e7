import { useEffect, useState } from 'preact/hooks';
import { listAddress, parsePropertiesAddress, type PropertiesAddress } from './properties-address.ts';

/** The address as state. Links make history; what is searched changes it in place. */
export function usePropertiesAddress(): [PropertiesAddress, (find: string) => void] {
  const [address, setAddress] = useState(() => parsePropertiesAddress(location.hash));
  useEffect(() => {
    const read = () => setAddress(parsePropertiesAddress(location.hash));
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  const search = (find: string) => {
    history.replaceState(null, '', listAddress(find));
    setAddress({ view: 'list', find });
  };
  return [address, search];
}
