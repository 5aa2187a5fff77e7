import { Check, Pencil, Trash2 } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import { visibleText } from '../../shared/visible-text.ts';
import { Icon } from '../status/icon.tsx';
import { t } from '../words.ts';
import { FilterNameForm } from './filter-name-form.tsx';
import type { SavedFilterTrouble } from './saved-filters-store.ts';

interface SavedFilterRowProps {
  name: string;
  /** Whether the list shows just this. */
  isShown: boolean;
  /** Whether it was just given this name: it is another row then, and has the focus of the one before. */
  isRenamed: boolean;
  onPick: () => void;
  onRename: (to: string) => Promise<SavedFilterTrouble | undefined>;
  onRenamed: (to: string) => void;
  onDelete: () => void;
}

/** One saved filter: a click picks it; its name is changed in its place. */
export function SavedFilterRow({
  name,
  isShown,
  isRenamed,
  onPick,
  onRename,
  onRenamed,
  onDelete,
}: SavedFilterRowProps) {
  const [renaming, setRenaming] = useState(false);
  const wasRenaming = useRef(false);
  const rename = useRef<HTMLButtonElement>(null);
  const shown = visibleText(name);
  useEffect(() => {
    if (wasRenaming.current && !renaming) rename.current?.focus();
    wasRenaming.current = renaming;
  }, [renaming]);
  useEffect(() => {
    if (isRenamed) rename.current?.focus();
  }, []);

  if (renaming)
    return (
      <li>
        <FilterNameForm
          label={t('logBuilder.saved.newName', { name: shown })}
          name={name}
          onSave={onRename}
          onDone={(to) => {
            setRenaming(false);
            onRenamed(to);
          }}
          onCancel={() => setRenaming(false)}
        />
      </li>
    );
  return (
    <li class="saved-row">
      <button type="button" class="more-choice saved-pick" aria-current={isShown} onClick={onPick}>
        <span class="saved-mark">{isShown ? <Icon of={Check} /> : null}</span>
        <span class="saved-name">{shown}</span>
        {isShown ? <span class="unseen">{t('logBuilder.saved.now')}</span> : null}
      </button>
      <button
        type="button"
        class="icon-button saved-act"
        ref={rename}
        aria-label={t('logBuilder.saved.rename', { name: shown })}
        title={t('logBuilder.saved.rename', { name: shown })}
        onClick={() => setRenaming(true)}
      >
        <Icon of={Pencil} />
      </button>
      <button
        type="button"
        class="icon-button saved-act"
        aria-label={t('logBuilder.saved.delete', { name: shown })}
        title={t('logBuilder.saved.delete', { name: shown })}
        onClick={onDelete}
      >
        <Icon of={Trash2} />
      </button>
    </li>
  );
}
