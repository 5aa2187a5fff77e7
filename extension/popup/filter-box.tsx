import { Search } from 'lucide';
import { useRef } from 'preact/hooks';
import { useSlashKey } from '../frame/use-slash-key.ts';
import { Icon } from '../status/icon.tsx';
import { t } from '../words.ts';

interface FilterBoxProps {
  text: string;
  onText: (text: string) => void;
}

/** Narrows the list down while one types; `/` leads to it, Arrow Down from it to the first row, Escape empties it. */
export function FilterBox({ text, onText }: FilterBoxProps) {
  const field = useRef<HTMLInputElement>(null);
  useSlashKey(field);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'Escape' && text) onText('');
    else if (event.key === 'ArrowDown') document.querySelector<HTMLElement>('.row-open')?.focus();
    else return;
    event.preventDefault();
  };
  return (
    <search class="filter">
      <Icon of={Search} class="filter-sign" />
      <input
        id="filter"
        ref={field}
        type="search"
        value={text}
        placeholder={t('popup.filter')}
        aria-label={t('popup.filter')}
        aria-keyshortcuts="/"
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => onText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <kbd aria-hidden="true">/</kbd>
    </search>
  );
}
