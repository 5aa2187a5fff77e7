import { useRef } from 'preact/hooks';
import '../style/search-field.css';
import { useSlashKey } from './use-slash-key.ts';

interface SearchFieldProps {
  label: string;
  /** What may be typed, where it is more than the label says; the label then stands above. */
  placeholder?: string;
  find: string;
  /** How many fit, in words. */
  found: string;
  onFind: (find: string) => void;
  /** Arrow Down: on to the list. */
  onDown: () => void;
  /** Enter: opens the first that fits. */
  onEnter: () => void;
}

/** The search of a room; `/` leads to it from anywhere on the page, Escape empties it. */
export function SearchField({ label, placeholder, find, found, onFind, onDown, onEnter }: SearchFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  useSlashKey(field);
  const onKeyDown = (event: KeyboardEvent) => {
    const act = { ArrowDown: onDown, Enter: onEnter, Escape: () => onFind('') }[event.key];
    if (!act || event.isComposing) return;
    event.preventDefault();
    act();
  };
  return (
    <search class="search">
      <label class={placeholder === undefined ? 'unseen' : 'search-label'} for="find">
        {label}
      </label>
      <div class="search-field">
        <input
          id="find"
          ref={field}
          type="search"
          value={find}
          placeholder={placeholder ?? label}
          aria-keyshortcuts="/"
          autocomplete="off"
          spellcheck={false}
          onInput={(event) => onFind(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <kbd class="search-key" aria-hidden="true">
          /
        </kbd>
      </div>
      <p class="search-count" role="status">
        {found}
      </p>
    </search>
  );
}
