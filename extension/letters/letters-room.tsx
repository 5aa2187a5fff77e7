import { useLayoutEffect, useRef } from 'preact/hooks';
import '../style/log.css';
import '../style/log-table.css';
import '../style/log-card.css';
import '../style/letters.css';
import { parseLettersAddress } from '../addresses/letters-address.ts';
import { readColumns } from '../records/kept-columns.ts';
import { KindContext } from '../records/record-kind.ts';
import { useHash } from '../records/use-hash.ts';
import { LettersOf } from './letters-of.tsx';
import { letterKinds } from './letter-kinds.ts';

for (const kind of Object.values(letterKinds)) void readColumns(kind);

/** Incoming and outgoing letters: a list of each, and one of them. */
export function LettersRoom() {
  const [hash, replace] = useHash();
  const address = parseLettersAddress(hash);
  const { direction } = address;
  const shown = useRef(direction);
  // Two rooms to whoever goes from one to the other, though one script shows both.
  useLayoutEffect(() => {
    if (shown.current === direction) return;
    shown.current = direction;
    document.querySelector<HTMLElement>('#content')?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [direction]);
  return (
    <KindContext value={letterKinds[direction]}>
      <LettersOf key={direction} address={address} replace={replace} />
    </KindContext>
  );
}
