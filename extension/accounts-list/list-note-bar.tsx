import { X } from 'lucide';
import { useEffect } from 'preact/hooks';
import { Icon } from '../status/icon.tsx';
import { t } from '../words.ts';
import { hideNote, listNote } from './list-note.ts';

/** What was just done, at the foot of the window, with Undo where there is one; Ctrl+Z does the same. */
export function ListNoteBar() {
  const note = listNote.value;
  const undo = note?.undo;
  useEffect(() => {
    if (!undo) return;
    const press = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.matches('[type=search], dialog *');
      if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey || typing)
        return;
      event.preventDefault();
      void undo();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [undo]);
  return (
    <div class={note ? 'list-note' : 'list-note list-note-none'}>
      <p class="list-note-text" role="status">
        {note?.text}
      </p>
      {undo ? (
        <button type="button" class="button" aria-keyshortcuts="Control+Z" onClick={() => void undo()}>
          {t('accounts.list.undo')}
        </button>
      ) : null}
      {note ? (
        <button
          type="button"
          class="list-note-close"
          aria-label={t('accounts.list.dismiss')}
          onClick={hideNote}
        >
          <Icon of={X} />
        </button>
      ) : null}
    </div>
  );
}
