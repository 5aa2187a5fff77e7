import { useLayoutEffect, useRef } from 'preact/hooks';
import '../style/records.css';
import '../style/records-table.css';
import '../style/records-card.css';
import '../style/letters.css';
import { letterAddress, parseLettersAddress } from '../addresses/letters-address.ts';
import { parseComposeAddress } from '../addresses/parse-compose-address.ts';
import { ComposeSlot } from '../compose/compose-slot.tsx';
import { readColumns } from '../records/kept-columns.ts';
import { KindContext } from '../records/record-kind.ts';
import { useHash } from '../records/use-hash.ts';
import { LettersOf } from './letters-of.tsx';
import { letterKinds } from './letter-kinds.ts';

for (const kind of Object.values(letterKinds)) void readColumns(kind);

/** Incoming and outgoing letters: a list of each, one of them, and a new one. */
export function LettersRoom() {
  const [hash, replace] = useHash();
  const address = parseLettersAddress(hash);
  const compose = parseComposeAddress(hash);
  const direction = compose ? 'outgoing' : address.direction;
  const shown = useRef(direction);
  // Two rooms to whoever goes from one to the other, though one script shows both.
  useLayoutEffect(() => {
    if (shown.current === direction) return;
    shown.current = direction;
    document.querySelector<HTMLElement>('#content')?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [direction]);
  if (compose)
    return (
      <ComposeSlot
        key={hash}
        address={compose}
        // Back leads to where one was before, and not to an empty form.
        onSent={(id) => replace(letterAddress(id, 'outgoing', { where: '', sort: 'newest' }))}
      />
    );
  return (
    <KindContext value={letterKinds[direction]}>
      <LettersOf key={direction} address={address} replace={replace} />
    </KindContext>
  );
}
