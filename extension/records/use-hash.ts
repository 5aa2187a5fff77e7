import { useEffect, useState } from 'preact/hooks';

/** The part of the address after and with its `#`. Links change it as links do; the function changes it in place, as typing into a field should. */
export function useHash(): [string, (hash: string) => void] {
  const [hash, setHash] = useState(() => location.hash);
  useEffect(() => {
    const read = () => setHash(location.hash);
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  const replace = (next: string) => {
    history.replaceState(history.state, '', next);
    setHash(next);
  };
  return [hash, replace];
}
