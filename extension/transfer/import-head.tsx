import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { listAddress } from '../addresses/accounts-address.ts';
import { RoomPlace } from '../frame/room-place.tsx';
import { isAway } from '../state/connection.ts';
import { counted, t } from '../words.ts';
import { theImport } from './the-import.ts';

/** Where one is, and the one thing to do: import, or stop that. */
export function ImportHead({ titleRef }: { titleRef: RefObject<HTMLHeadingElement | null> }) {
  const { chosen, ready, progress, ended } = theImport;
  const count = ready.value.length;
  const began = ended.value.size > 0;
  const running = progress.value !== undefined;
  const done = began && !running && count === 0;
  const barred = count === 0 || isAway.value;
  const actions = useRef<HTMLDivElement>(null);
  const link = useRef<HTMLAnchorElement>(null);
  // Read before the button is taken away with the focus on it: what comes in its place takes it over.
  const within = actions.current?.contains(document.activeElement) === true;
  useLayoutEffect(() => {
    if (done && within && document.activeElement === document.body) link.current?.focus();
  }, [done]);
  return (
    <header class="room-head">
      <RoomPlace room={t('accounts.title')} address={listAddress}>
        <h1 class="room-title" tabIndex={-1} ref={titleRef}>
          {t('transfer.title')}
        </h1>
      </RoomPlace>
      {chosen.value.state === 'read' ? (
        <div class="room-actions" ref={actions}>
          <button
            type="button"
            class="button"
            aria-disabled={running}
            onClick={() => running || theImport.forget()}
          >
            {t('transfer.another')}
          </button>
          {running ? (
            <button type="button" class="button" onClick={() => theImport.cancel()}>
              {t('accounts.list.cancel')}
            </button>
          ) : done ? (
            <a ref={link} class="button button-main" href={listAddress}>
              {t('transfer.done')}
            </a>
          ) : (
            <button
              type="button"
              class="button button-main"
              aria-disabled={barred}
              onClick={() => barred || void theImport.run()}
            >
              {began ? counted('transfer.runAgain', count) : counted('transfer.run', count)}
            </button>
          )}
        </div>
      ) : null}
    </header>
  );
}
