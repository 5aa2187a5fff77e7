import { useRef } from 'preact/hooks';
import { useSlashKey } from '../frame/use-slash-key.ts';
import { counted, t } from '../words.ts';

interface SearchFieldProps {
  find: string;
  /** How many fit. */
  found: number;
  onFind: (find: string) => void;
  /** Arrow Down: on to the list. */
  onDown: () => void;
}

/** The search; `/` leads to it from anywhere on the page, Escape empties it. */
export function SearchField({ find, found, onFind, onDown }: SearchFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  useSlashKey(field);
  const onKeyDown = (event: KeyboardEvent) => {
    const act = { ArrowDown: onDown, Escape: () => onFind('') }[event.key];
    if (!act || event.isComposing) return;
    event.preventDefault();
    act();
  };
  return (
    <search class="properties-search">
      <div class="properties-find">
        <input
          ref={field}
          type="search"
          value={find}
          placeholder={t('properties.list.search')}
          aria-label={t('properties.list.search')}
          aria-keyshortcuts="/"
          autocomplete="off"
          spellcheck={false}
          onInput={(event) => onFind(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <kbd class="properties-key" aria-hidden="true">
          /
        </kbd>
      </div>
      <p class="properties-count" role="status">
        {counted('properties.list.found', found)}
      </p>
    </search>
  );
}
