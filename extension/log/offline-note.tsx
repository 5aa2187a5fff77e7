import { logWords } from '../words/log.ts';
import { Note } from './note.tsx';

/** The companion does not answer; the page connects by itself when it is back. */
export function OfflineNote() {
  return (
    <Note title={logWords.offlineTitle} lead={logWords.offlineLead}>
      <a class="button" href="#/companion">
        {logWords.offlineLink}
      </a>
    </Note>
  );
}
