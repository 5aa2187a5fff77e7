import { useEffect, useState } from 'preact/hooks';

/** The part of the address after and with its `#`, as the person moves. */
export function useAddress(): string {
  const [hash, setHash] = useState(() => location.hash);
  useEffect(() => {
    const read = () => setHash(location.hash);
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  return hash;
}
