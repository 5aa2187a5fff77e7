import { t } from '../words.ts';
import { Navigation } from './navigation.tsx';
import { RoomSlot } from './room-slot.tsx';
import { roomOf } from './rooms.ts';
import { useAddress } from './use-address.ts';

/** The options page: the way to every room, and the one that the address names. */
export function Frame() {
  const hash = useAddress();
  const room = roomOf(hash);
  return (
    <>
      <a class="skip" href="#content" onClick={skip}>
        {t('frame.skip')}
      </a>
      <Navigation hash={hash} />
      <div class="frame-room">
        <RoomSlot name={room} />
      </div>
    </>
  );
}

// The address after `#` is the room's: the jump must not change it.
function skip(event: Event): void {
  event.preventDefault();
  document.querySelector<HTMLElement>('#content')?.focus();
}
