import { X } from 'lucide';
import { useEffect, useRef } from 'preact/hooks';
import { isKey } from '../frame/is-key.ts';
import { isAway } from '../state/connection.ts';
import { Icon } from '../status/icon.tsx';
import { t } from '../words.ts';
import { deletionWords, undoDeletion } from '../accounts/delete-accounts.ts';
import { deletion, dismissNote, listNote } from '../accounts/list-note.ts';
import { useKeptFocus } from './use-kept-focus.ts';

/** What was just done, at the foot of the window, below what can be undone; Ctrl+Z does the same as Undo. */
export function ListNoteBar() {
  const bar = useRef<HTMLDivElement>(null);
  useKeptFocus(bar);
  const note = listNote.value;
  const deleted = deletion.value;
  const any = note !== undefined || deleted !== undefined;
  const away = isAway.value;
  const undoable = deleted !== undefined && !away;
  useEffect(() => {
    if (!undoable) return;
    const press = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.matches('[type=search], dialog *');
      if (!isKey(event, 'z') || !(event.ctrlKey || event.metaKey) || event.shiftKey || typing) return;
      event.preventDefault();
      void undoDeletion();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [undoable]);
  return (
    <div class={any ? 'list-note' : 'list-note list-note-none'} ref={bar}>
      {/* A note that stays is not read again with the next one. */}
      <p class="list-note-text" role="status" aria-atomic="false">
        {deleted ? <span>{deletionWords(deleted)}</span> : null}
        {deleted && note !== undefined ? <br /> : null}
        {note === undefined ? null : <span key={note}>{note}</span>}
      </p>
      {deleted ? (
        <button
          type="button"
          class="button"
          aria-disabled={away}
          aria-describedby="away"
          aria-keyshortcuts="Control+Z"
          onClick={() => void (away || undoDeletion())}
        >
          {t('accounts.list.undo')}
        </button>
      ) : null}
      {any ? (
        <button
          type="button"
          class="icon-button list-note-close"
          aria-label={t('accounts.list.dismiss')}
          onClick={dismissNote}
        >
          <Icon of={X} />
        </button>
      ) : null}
    </div>
  );
}
