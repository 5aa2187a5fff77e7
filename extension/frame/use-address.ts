import { useEffect, useState } from 'preact/hooks';
import { isHeld } from './leave-guard.ts';

/** The part of the address after and with its `#`, as the person moves, unless something unsaved holds them. */
export function useAddress(): string {
  const [hash, setHash] = useState(() => location.hash);
  useEffect(() => {
    const read = (event: HashChangeEvent) => {
      if (!isHeld(event)) setHash(location.hash);
    };
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  return hash;
}
