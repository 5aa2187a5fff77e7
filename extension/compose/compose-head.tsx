import { useRef } from 'preact/hooks';
import { lettersAddress } from '../addresses/letters-address.ts';
import { useRoomBelow } from '../fields/use-room-below.ts';
import { RoomPlace } from '../frame/room-place.tsx';
import { t } from '../words.ts';

/** Where one is, and the one thing that is done here; it stays in sight. */
export function ComposeHead({ busy, send }: { busy: boolean; send: () => void }) {
  const head = useRef<HTMLElement>(null);
  useRoomBelow(head);
  return (
    <header class="room-head form-head" ref={head}>
      <div class="form-here">
        <RoomPlace
          room={t('frame.rooms.outgoing')}
          address={lettersAddress('outgoing', { where: '', sort: 'newest' })}
        >
          <h1 class="room-title">{t('compose.title')}</h1>
        </RoomPlace>
        <p class="form-notice" role="status">
          {busy ? t('compose.sending') : ''}
        </p>
      </div>
      <div class="room-actions">
        <button
          type="button"
          class="button button-main"
          aria-keyshortcuts="Control+Enter"
          title="Ctrl+Enter"
          aria-disabled={busy}
          onClick={send}
        >
          {t('compose.send')}
        </button>
      </div>
    </header>
  );
}
