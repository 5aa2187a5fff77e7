import '../style/more-menu.css';
import '../style/saved-filters.css';
import { Bookmark } from 'lucide';
import { useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { wordsOfCondition } from '../../shared/condition/words-of-condition.ts';
import type { Condition } from '../../shared/condition.ts';
import { visibleText } from '../../shared/visible-text.ts';
import { Icon } from '../status/icon.tsx';
import { t } from '../words.ts';
import type { BuiltList } from './built-list.ts';
import { SaveFilterForm } from './save-filter-form.tsx';
import { SavedFilterRow } from './saved-filter-row.tsx';
import { troubleWords } from './saved-filter-words.ts';
import { type DeletedFilter, savedFiltersStore } from './saved-filters-store.ts';
import { useSavedFilters } from './use-saved-filters.ts';

interface SavedFiltersProps {
  list: BuiltList;
  /** What the list shows now, which can be saved; one without rules cannot. */
  condition: Condition;
  onPick: (condition: Condition) => void;
}

interface Note {
  words: string;
  undo?: DeletedFilter;
}

/** The filters that this browser keeps, in a native popover: to pick, rename and delete them, and to save the one that is shown. */
export function SavedFilters({ list, condition, onPick }: SavedFiltersProps) {
  const store = useMemo(() => savedFiltersStore(list), [list]);
  const filters = useSavedFilters(store);
  const [note, setNote] = useState<Note>();
  const [renamed, setRenamed] = useState('');
  const menu = useRef<HTMLDivElement>(null);
  const id = useId();
  const asked = wordsOfCondition(condition);

  const remove = async (name: string) => {
    const deleted = await store.delete(name);
    if (typeof deleted === 'string') setNote({ words: troubleWords(deleted) });
    else setNote({ words: t('logBuilder.saved.deleted', { name: visibleText(name) }), undo: deleted });
  };
  const bringBack = async (deleted: DeletedFilter) => {
    const trouble = await store.restore(deleted);
    setNote(trouble && { words: troubleWords(trouble), undo: deleted });
    if (!trouble) menu.current?.focus();
  };

  return (
    <>
      <button type="button" class="text-button" popovertarget={id}>
        <Icon of={Bookmark} />
        {t('logBuilder.saved.title')}
      </button>
      <div
        class="more-menu saved-menu"
        id={id}
        popover="auto"
        role="dialog"
        aria-label={t('logBuilder.saved.title')}
        tabIndex={-1}
        ref={menu}
        onToggle={(event) => {
          if (event.newState === 'closed') setNote(undefined);
        }}
      >
        {filters?.length === 0 ? <p class="saved-none">{t('logBuilder.saved.none')}</p> : null}
        {filters && filters.length > 0 ? (
          <ul class="saved-list">
            {filters.map((filter) => (
              <SavedFilterRow
                key={filter.name}
                name={filter.name}
                isShown={wordsOfCondition(filter.condition) === asked}
                isRenamed={filter.name === renamed}
                onRename={(to) => store.rename(filter.name, to)}
                onRenamed={setRenamed}
                onPick={() => {
                  menu.current?.hidePopover();
                  onPick(filter.condition);
                }}
                onDelete={() => void remove(filter.name)}
              />
            ))}
          </ul>
        ) : null}
        <div class="saved-note">
          <span role="status">{note?.words}</span>
          {note?.undo ? (
            <UndoButton key={note.undo.filter.name} deleted={note.undo} onUndo={(it) => void bringBack(it)} />
          ) : null}
        </div>
        <SaveFilterForm
          store={store}
          condition={condition}
          onSaved={(name) => setNote({ words: t('logBuilder.saved.done', { name: visibleText(name) }) })}
        />
      </div>
    </>
  );
}

/** Takes the focus from the row that went away. */
function UndoButton({
  deleted,
  onUndo,
}: {
  deleted: DeletedFilter;
  onUndo: (deleted: DeletedFilter) => void;
}) {
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => button.current?.focus(), []);
  return (
    <button type="button" class="button-link" ref={button} onClick={() => onUndo(deleted)}>
      {t('logBuilder.saved.undo')}
    </button>
  );
}
