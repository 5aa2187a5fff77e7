import { useEffect, useRef } from 'preact/hooks';
import { counted, t } from '../words.ts';

interface SearchBoxProps {
  find: string;
  /** How many causes fit. */
  found: number;
  onFind: (find: string) => void;
  onEnterList: () => void;
  onOpenFirst: () => void;
}

/** The search field; `/` leads to it from anywhere on the page, Arrow Down on to the list. */
export function SearchBox({ find, found, onFind, onEnterList, onOpenFirst }: SearchBoxProps) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const act = { ArrowDown: onEnterList, Enter: onOpenFirst, Escape: () => onFind('') }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };

  return (
    <search class="search">
      <label class="search-label" for="find">
        {t('causes.search.label')}
      </label>
      <div class="search-field">
        <input
          id="find"
          ref={field}
          type="search"
          value={find}
          placeholder={t('causes.search.placeholder')}
          autocomplete="off"
          spellcheck={false}
          aria-keyshortcuts="/"
          onInput={(event) => onFind(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <kbd class="search-key" aria-hidden="true">
          /
        </kbd>
      </div>
      <p class="search-count" role="status">
        {counted('causes.search.found', found)}
      </p>
    </search>
  );
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');
}
