import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { t } from '../words.ts';
import { troubleWords } from './saved-filter-words.ts';
import type { SavedFilterTrouble } from './saved-filters-store.ts';

type Save = (name: string) => Promise<SavedFilterTrouble | undefined>;

interface FilterNameFormProps {
  label: string;
  /** Shown above the field; without it the label is for screen readers alone. */
  title?: string;
  name: string;
  onSave: Save;
  onDone: (name: string) => void;
  onCancel?: () => void;
  /** What may be done about a trouble, beside its sentence: another way to save. */
  remedy?: (trouble: SavedFilterTrouble, name: string, save: (by: Save) => void) => ComponentChildren;
}

/** A name, and why it cannot be taken. With a way to cancel, it has the focus when it comes, and Escape cancels. */
export function FilterNameForm({
  label,
  title,
  name,
  onSave,
  onDone,
  onCancel,
  remedy,
}: FilterNameFormProps) {
  const [typed, setTyped] = useState(name);
  const [trouble, setTrouble] = useState<SavedFilterTrouble>();
  const field = useRef<HTMLInputElement>(null);
  const saving = useRef(false);
  const id = useId();
  const inPlace = onCancel !== undefined;
  useEffect(() => {
    if (inPlace) field.current?.select();
  }, [inPlace]);
  const save = async (by: Save) => {
    if (saving.current) return;
    saving.current = true;
    const refused = await by(typed);
    saving.current = false;
    if (!refused) {
      // What was typed meanwhile stays.
      setTyped((now) => (now === typed ? name : now));
      setTrouble(undefined);
      onDone(typed.trim());
      return;
    }
    setTrouble(refused);
    field.current?.focus();
  };

  return (
    <form
      class={trouble ? 'saved-form field-wrong' : 'saved-form'}
      onSubmit={(event) => {
        event.preventDefault();
        void save(onSave);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !onCancel) return;
        // The popover around stays.
        event.preventDefault();
        onCancel();
      }}
    >
      {title === undefined ? null : <label for={id}>{title}</label>}
      <div class="saved-line">
        <input
          id={id}
          ref={field}
          type="text"
          autocomplete="off"
          aria-label={title === undefined ? label : undefined}
          placeholder={title === undefined ? undefined : label}
          aria-invalid={trouble !== undefined}
          aria-describedby={trouble ? `${id}-trouble` : undefined}
          value={typed}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            setTrouble(undefined);
          }}
        />
        <button type="submit" class="button">
          {t('logBuilder.saved.save')}
        </button>
        {onCancel ? (
          <button type="button" class="button button-quiet" onClick={onCancel}>
            {t('logBuilder.saved.cancel')}
          </button>
        ) : null}
      </div>
      {trouble ? (
        <p class="field-error" id={`${id}-trouble`}>
          {troubleWords(trouble)} {remedy?.(trouble, typed, (by) => void save(by))}
        </p>
      ) : null}
    </form>
  );
}
