import { useEffect, useState } from 'preact/hooks';

// As in style/account.css.
const twoColumns = '(width >= 1180px)';

/** Whether the window has room for the test beside the form. */
export function useWideWindow(): boolean {
  const [wide, setWide] = useState(() => matchMedia(twoColumns).matches);
  useEffect(() => {
    const query = matchMedia(twoColumns);
    const read = () => setWide(query.matches);
    read();
    query.addEventListener('change', read);
    return () => query.removeEventListener('change', read);
  }, []);
  return wide;
}
