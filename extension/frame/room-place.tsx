import type { ComponentChildren } from 'preact';

interface RoomPlaceProps {
  /** The room this page belongs to. */
  room: string;
  address: string;
  /** The title of the page. */
  children: ComponentChildren;
}

/** Where one is, in the first line of a page within a room: the way back to the room stands above the title. */
export function RoomPlace({ room, address, children }: RoomPlaceProps) {
  return (
    <div class="room-place">
      <nav class="room-path" aria-label={room}>
        <a href={address}>{room}</a>
      </nav>
      {children}
    </div>
  );
}
