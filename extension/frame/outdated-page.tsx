import { frameWords } from '../words/frame.ts';
import { RoomHead } from './room-head.tsx';

const words = frameWords.outdated;

/** In place of a room whose script is gone, since the extension was updated under an open page. */
export function OutdatedPage() {
  return (
    <main id="content" tabIndex={-1}>
      <RoomHead title={words.title} />
      <div class="page">
        <p>{words.sentence}</p>
        <button type="button" class="button" onClick={() => location.reload()}>
          {words.reload}
        </button>
      </div>
    </main>
  );
}
