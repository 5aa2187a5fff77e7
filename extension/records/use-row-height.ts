import { useEffect, useState } from 'preact/hooks';

const narrow = matchMedia('(width < 760px)');
/** Of a line of the table, and of the card that it is where columns have no room (`style/records-table.css`). */
const heightOf = ({ matches }: { matches: boolean }) => (matches ? 60 : 34);

/** How high a row is now: all are the same, so that any place in the list is found by counting. */
export function useRowHeight(): number {
  const [height, setHeight] = useState(() => heightOf(narrow));
  useEffect(() => {
    const look = () => setHeight(heightOf(narrow));
    narrow.addEventListener('change', look);
    return () => narrow.removeEventListener('change', look);
  }, []);
  return height;
}
