import { RoomHead } from '../frame/room-head.tsx';
import { frameWords as words } from '../words/frame.ts';

/** Nothing but its name so far. */
export function LogRoom() {
  return (
    <main id="content" tabIndex={-1}>
      <RoomHead title={words.rooms.log} />
    </main>
  );
}
