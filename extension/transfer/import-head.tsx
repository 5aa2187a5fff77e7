import type { RefObject } from 'preact';
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
  return (
    <header class="room-head">
      <RoomPlace room={t('accounts.title')} address={listAddress}>
        <h1 class="room-title" tabIndex={-1} ref={titleRef}>
          {t('transfer.title')}
        </h1>
      </RoomPlace>
      {chosen.value.state === 'read' ? (
        <div class="room-actions">
          <button
            type="button"
            class="button"
            disabled={progress.value !== undefined}
            onClick={() => theImport.forget()}
          >
            {t('transfer.another')}
          </button>
          {progress.value ? (
            <button type="button" class="button" onClick={() => theImport.cancel()}>
              {t('accounts.list.cancel')}
            </button>
          ) : began && count === 0 ? (
            <a class="button button-main" href={listAddress}>
              {t('transfer.done')}
            </a>
          ) : (
            <button
              type="button"
              class="button button-main"
              disabled={count === 0 || isAway.value}
              onClick={() => void theImport.run()}
            >
              {began ? counted('transfer.runAgain', count) : counted('transfer.run', count)}
            </button>
          )}
        </div>
      ) : null}
    </header>
  );
}
